/**
 * The cache that availability is read from: Redis in cluster mode, who may log in to it and what he
 * may do there. Keys and what they hold belong to the functions.
 */
@NullMarked
package com.globalbooking.stack.availability;

import org.jspecify.annotations.NullMarked;
