/**
 * Comparing what the tables say with counters, cache, replicas, audit trail and hotels. It exists
 * to tell drift from lag: what differs is suspected first and accused only when it still differs
 * later. Nothing is corrected here but the cache; no transport may enter.
 */
@NullMarked
package com.globalbooking.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
