/**
 * The function that compares tables, cache, replicas, audit trail and hotels. It exists to join the
 * state machine's call and the comparison into one package for Lambda: a thin handler, suspects as
 * JSON, its wiring. What counts as drift is the domain's.
 */
@NullMarked
package com.globalbooking.reconciliationchecker;

import org.jspecify.annotations.NullMarked;
