/**
 * What the tests of several functions need: events as Lambda makes them, a way to hand them to a
 * function that runs whole, and the check of its configuration against the contract. Tests only; no
 * function's own rules may enter.
 */
@NullMarked
package com.globalbooking.functiontests;

import org.jspecify.annotations.NullMarked;
