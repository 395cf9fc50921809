/**
 * Finding and repairing what must not be: the state machine that audits every five minutes, its
 * schedule, and the queue of overbookings. What is compared and how a guest is moved belongs to the
 * functions.
 */
@NullMarked
package com.globalbooking.stack.reconciliation;

import org.jspecify.annotations.NullMarked;
