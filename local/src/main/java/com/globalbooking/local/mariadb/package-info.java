/**
 * The relational database of a local Region: MariaDB in a process of its own. Starting, killing,
 * databases and their master users belong here; tables and rows do not.
 */
@NullMarked
package com.globalbooking.local.mariadb;

import org.jspecify.annotations.NullMarked;
