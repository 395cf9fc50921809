package com.globalbooking.local.schedules;

import java.time.Instant;
import java.util.Optional;

/**
 * What a schedule has done.
 *
 * @param taken invocations that the target took
 * @param dropped invocations that were given up
 * @param lastRefusal why the target did not take one, most lately
 * @param next when it is due again
 */
public record ScheduleStatus(
    String name, long taken, long dropped, Optional<String> lastRefusal, Optional<Instant> next) {}
