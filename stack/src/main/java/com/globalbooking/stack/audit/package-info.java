/**
 * The audit trail: database, secrets of its users, the queue that feeds it, and the run of its
 * migrations. Tables and users of the database belong to {@code audit-migrator}.
 */
@NullMarked
package com.globalbooking.stack.audit;

import org.jspecify.annotations.NullMarked;
