/**
 * The way of events after the outbox: the topic {@code inventory-updates}, the event bus, and
 * queues that subscribe to the topic. Who consumes a queue belongs to the component it serves.
 */
@NullMarked
package com.globalbooking.stack.events;

import org.jspecify.annotations.NullMarked;
