package com.globalbooking.stack.booking;

/**
 * How much the API lets through before it answers 429; a token bucket over all callers.
 *
 * @param ratePerSecond requests per second, sustained
 * @param burst requests at once
 */
public record Throttling(double ratePerSecond, int burst) {}
