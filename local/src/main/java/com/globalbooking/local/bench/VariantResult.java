package com.globalbooking.local.bench;

/**
 * What was measured of one variant.
 *
 * @param cold process start to first answer, a booking
 * @param warm one booking after the other on one instance
 * @param perSecondOne bookings per second of one instance
 * @param perSecondAll bookings per second of all parallel instances together
 * @param memoryFirstMegabytes largest peak of a process after its first answer; 0 when unknown
 * @param memoryLoadMegabytes largest peak of a process after all its load; 0 when unknown
 */
record VariantResult(
    Variant variant,
    Percentiles cold,
    Percentiles warm,
    double perSecondOne,
    double perSecondAll,
    double memoryFirstMegabytes,
    double memoryLoadMegabytes) {}
