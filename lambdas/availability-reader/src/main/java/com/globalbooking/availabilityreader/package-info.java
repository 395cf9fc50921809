/**
 * The function that answers what is free at a property. It exists to join the HTTP API, the use
 * case and the store into one package for Lambda: a thin handler, its configuration, its wiring. No
 * rule of the trade, no expression, no parsing may enter.
 */
@NullMarked
package com.globalbooking.availabilityreader;

import org.jspecify.annotations.NullMarked;
