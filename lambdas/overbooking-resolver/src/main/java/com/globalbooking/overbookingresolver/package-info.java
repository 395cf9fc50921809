/**
 * The function that moves guests of overbooked nights and cancels twins. It exists to join its
 * queue, the state machine's call and the two use cases into one package for Lambda: a thin
 * handler, what is said about an outcome, its wiring. Who is moved where is the domain's.
 */
@NullMarked
package com.globalbooking.overbookingresolver;

import org.jspecify.annotations.NullMarked;
