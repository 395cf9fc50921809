/**
 * What the program registers, looked at through an engine that records instead of deploying. No
 * test here may need a cloud, a network or the Pulumi CLI.
 */
@NullMarked
package com.globalbooking.stack;

import org.jspecify.annotations.NullMarked;
