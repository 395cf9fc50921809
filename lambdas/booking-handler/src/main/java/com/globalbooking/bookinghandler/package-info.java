/**
 * The function that books stays and reads bookings. It exists to join the HTTP API, the use cases
 * and the store into one package for Lambda: a thin handler, its configuration, its wiring. No rule
 * of the trade, no expression, no parsing may enter.
 */
@NullMarked
package com.globalbooking.bookinghandler;

import org.jspecify.annotations.NullMarked;
