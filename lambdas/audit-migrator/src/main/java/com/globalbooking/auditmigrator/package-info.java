/**
 * The function that brings the audit database up to date: schema, users, passwords. It runs once
 * per deployment, as nobody waits for it only on the JVM: Flyway finds its parts by scanning, which
 * a native executable cannot. Nothing that runs while guests book may enter.
 */
@NullMarked
package com.globalbooking.auditmigrator;

import org.jspecify.annotations.NullMarked;
