/**
 * The cache of a local Region: Redis in cluster mode with TLS and users, in processes of its own.
 * Starting, killing and asking whether it is well belong here; keys and values do not.
 */
@NullMarked
package com.globalbooking.local.redis;

import org.jspecify.annotations.NullMarked;
