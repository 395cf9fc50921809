/**
 * Event source mappings: which stream or queue runs which function, in what batches, and where what
 * cannot be worked on goes. Streams, queues and functions themselves belong to their components.
 */
@NullMarked
package com.globalbooking.stack.eventsources;

import org.jspecify.annotations.NullMarked;
