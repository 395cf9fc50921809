package com.globalbooking.local.aws;

/**
 * An action on a resource that a request asks for.
 *
 * @param action for example {@code dynamodb:PutItem}
 * @param resourceArn the ARN, or {@code *} where an action has no resource
 */
public record Permission(String action, String resourceArn) {}
