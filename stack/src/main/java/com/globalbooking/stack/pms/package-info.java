/**
 * What leads to hotels' property management systems: a queue for each class of integration, and the
 * secret with the signing keys. How a PMS is spoken to may not enter.
 */
@NullMarked
package com.globalbooking.stack.pms;

import org.jspecify.annotations.NullMarked;
