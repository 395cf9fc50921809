package com.globalbooking.stack.inventory;

import com.pulumi.core.Output;

/** This Region's copy of a table, whoever created it. */
public record TableHandle(Output<String> name, Output<String> arn, Output<String> streamArn) {}
