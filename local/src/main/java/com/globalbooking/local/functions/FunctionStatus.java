package com.globalbooking.local.functions;

/**
 * A function's instances and work at one moment.
 *
 * @param waiting invocations without an instance yet
 * @param invocations handed to an instance since the function was deployed
 * @param failures of these: errors, timeouts, instances that ended
 * @param fastestStartMillis of an instance so far, from the start of its process to its first poll;
 *     0 when none has started
 */
public record FunctionStatus(
    String name,
    int starting,
    int idle,
    int busy,
    int waiting,
    long invocations,
    long failures,
    long fastestStartMillis) {}
