package com.globalbooking.local.messaging;

import java.time.Instant;

/**
 * An event that a bus has taken.
 *
 * @param id what EventBridge answered
 * @param detail JSON
 */
public record BusEvent(String id, Instant time, String source, String detailType, String detail) {}
