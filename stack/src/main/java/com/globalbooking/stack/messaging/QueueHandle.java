package com.globalbooking.stack.messaging;

import com.pulumi.core.Output;

/**
 * A queue.
 *
 * @param id its name without the stack's prefix, for example {@code audit}
 */
public record QueueHandle(String id, Output<String> name, Output<String> arn, Output<String> url) {}
