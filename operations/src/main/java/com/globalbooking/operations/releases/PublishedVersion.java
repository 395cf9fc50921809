package com.globalbooking.operations.releases;

import java.time.Instant;

/**
 * A version of a function that a deployment published.
 *
 * @param number 1 and up, newer ones higher
 */
public record PublishedVersion(int number, Instant published) {}
