package com.globalbooking.local.sources;

/**
 * How far a mapping is.
 *
 * @param source the name of the table or queue
 * @param taken records or messages handed to the function, each attempt
 * @param failures invocations that failed, or failed in part
 * @param givenUp records given up and told to the on-failure destination
 * @param backlog records read and not done, or messages that the queue can hand out
 * @param oldestMillis how long the oldest record read has waited; 0 for queues
 * @param lastError why the last failure was; empty when there was none
 */
public record MappingStatus(
    String function,
    String source,
    long taken,
    long failures,
    long givenUp,
    long backlog,
    long oldestMillis,
    String lastError) {}
