package com.globalbooking.stack.functions;

import com.pulumi.core.Output;

/**
 * A deployed function, for those who trigger it. They go by its alias {@link
 * com.globalbooking.contract.Function#LIVE}, which leads to a version only after that has answered
 * its smoke event.
 *
 * @param name of the function
 * @param alias name of the alias, once it leads to a version
 * @param arn of the alias
 * @param invokeArn the ARN of the alias that API Gateway calls it by
 * @param version number of the version that the alias leads to
 * @param packageDigest SHA-256 of the package, in hexadecimal digits
 */
public record FunctionHandle(
    Output<String> name,
    Output<String> alias,
    Output<String> arn,
    Output<String> invokeArn,
    Output<String> version,
    String packageDigest) {}
