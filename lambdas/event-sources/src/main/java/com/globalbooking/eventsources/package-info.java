/**
 * Batches that Lambda takes from streams and queues: reads them, puts aside what cannot be read,
 * and answers which deliveries failed, so that only these come again. What a delivery means is the
 * function's business and may not enter.
 */
@NullMarked
package com.globalbooking.eventsources;

import org.jspecify.annotations.NullMarked;
