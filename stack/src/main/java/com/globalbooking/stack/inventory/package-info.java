/**
 * The tables that bookings live in: the global ones, created by the primary Region and referenced
 * by its replicas, the Regional outbox and the control records. Names of tables and attributes come
 * from the contract; functions and their rights may not enter.
 */
@NullMarked
package com.globalbooking.stack.inventory;

import org.jspecify.annotations.NullMarked;
