package com.globalbooking.local.metrics;

/**
 * An alarm that can never go off.
 *
 * @param why what is wrong with its metric
 */
public record UnreachableAlarm(String name, MetricId metric, String why) {}
