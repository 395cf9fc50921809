/**
 * The function that tells hotels' PMSs of bookings. It exists to join the queues, the use case and
 * the adapters into one package for Lambda: a thin handler, its configuration, its wiring. No rule
 * of the trade, no expression, no parsing may enter.
 */
@NullMarked
package com.globalbooking.pmssyncworker;

import org.jspecify.annotations.NullMarked;
