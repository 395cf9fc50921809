/**
 * Event source mappings: what Lambda's own pollers do between a stream or queue and a function, as
 * AWS documents it: batches, windows, filters, order, retries, bisecting, partial answers and
 * on-failure destinations, with the permissions of the function's role. What a record means to a
 * function does not matter here.
 */
@NullMarked
package com.globalbooking.local.sources;

import org.jspecify.annotations.NullMarked;
