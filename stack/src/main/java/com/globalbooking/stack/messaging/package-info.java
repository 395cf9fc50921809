/**
 * Queues as such: their shape, encryption and dead-letter queues. What travels through them belongs
 * to {@code events}; who sends and who receives may not enter.
 */
@NullMarked
package com.globalbooking.stack.messaging;

import org.jspecify.annotations.NullMarked;
