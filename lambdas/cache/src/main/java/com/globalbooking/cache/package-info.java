/**
 * The availability cache on Redis in cluster mode. It exists to keep keys, scripts and the client
 * in one place: what a shard is, how an entry is written and why an older version never replaces a
 * newer one. No rule of what is on sale, and nothing of Quarkus, may enter.
 */
@NullMarked
package com.globalbooking.cache;

import org.jspecify.annotations.NullMarked;
