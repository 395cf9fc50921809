/**
 * What became of each resource and section of the design that the product began with: nothing is
 * missing, and what is different has a written decision behind it.
 */
@NullMarked
package com.globalbooking.stack.parity;

import org.jspecify.annotations.NullMarked;
