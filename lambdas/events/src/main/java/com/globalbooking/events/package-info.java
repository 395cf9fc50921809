/**
 * The events of the contract as JSON, and back. What comes back may have been written by anyone who
 * can reach a queue, so every field is checked. No transport may enter: outbox, topic and queues
 * carry the same text.
 */
@NullMarked
package com.globalbooking.events;

import org.jspecify.annotations.NullMarked;
