package com.globalbooking.local.metrics;

import java.time.Instant;

/**
 * Where an alarm stands.
 *
 * @param since when it came into this state
 */
public record AlarmStatus(String name, AlarmState state, String reason, Instant since) {}
