/**
 * The audit trail in a MySQL or MariaDB database: appending, and asking what is missing. It exists
 * so that every statement on the trail stands in one place; none that changes or deletes a row may
 * enter.
 */
@NullMarked
package com.globalbooking.audit;

import org.jspecify.annotations.NullMarked;
