package com.globalbooking.stack.functions;

import com.pulumi.core.Output;

/**
 * A deployed function, for those who trigger it.
 *
 * @param invokeArn the ARN that API Gateway calls it by
 * @param packageVersion another with each package that is deployed
 */
public record FunctionHandle(
    Output<String> name,
    Output<String> arn,
    Output<String> invokeArn,
    Output<String> packageVersion) {}
