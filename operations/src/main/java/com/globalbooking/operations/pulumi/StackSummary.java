package com.globalbooking.operations.pulumi;

/**
 * A stack as the back end lists it.
 *
 * @param name without organization and project
 * @param resources how many the state holds
 */
public record StackSummary(String name, int resources) {}
