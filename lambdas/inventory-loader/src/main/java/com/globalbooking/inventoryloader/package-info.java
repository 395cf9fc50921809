/**
 * The function that takes allotments from hotels. It exists to join the HTTP API, the use case and
 * the store into one package for Lambda: a thin handler, its configuration, its wiring. No rule of
 * the trade, no expression, no parsing may enter.
 */
@NullMarked
package com.globalbooking.inventoryloader;

import org.jspecify.annotations.NullMarked;
