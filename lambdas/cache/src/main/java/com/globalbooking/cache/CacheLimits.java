package com.globalbooking.cache;

import java.time.Duration;

/**
 * How long the cache may keep its caller waiting.
 *
 * @param answer for one answer; then the caller is told that the cache is unavailable
 * @param connect for one connection, with its handshakes. A caller does not wait for it longer than
 *     for an answer; the connection is then there for the next one
 * @param leftAlone after the cache did not answer, it is not asked for so long
 */
public record CacheLimits(Duration answer, Duration connect, Duration leftAlone) {}
