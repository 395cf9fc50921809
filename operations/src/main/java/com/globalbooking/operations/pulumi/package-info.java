/**
 * The Pulumi CLI as a port: its commands, its events, its errors in plain words. Nothing here knows
 * what is deployed.
 */
@NullMarked
package com.globalbooking.operations.pulumi;

import org.jspecify.annotations.NullMarked;
