/**
 * The function that sees overbookings and twins within seconds of a booking. It exists to join the
 * bookings table's stream, the check and the resolver's queue into one package for Lambda: a thin
 * handler, what a record means, which records must come again. No rule of the trade may enter.
 */
@NullMarked
package com.globalbooking.hotbookingchecker;

import org.jspecify.annotations.NullMarked;
