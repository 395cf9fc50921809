/**
 * How guests find the nearest healthy Region: two names with certificates and records, and the
 * health checks that decide whether this Region is among those that Route 53 answers with. What a
 * Region thinks of itself belongs to {@code region-health}.
 */
@NullMarked
package com.globalbooking.stack.routing;

import org.jspecify.annotations.NullMarked;
