/**
 * Lambda on one machine: runs the very function packages that would be deployed, each instance a
 * process that talks to its own Runtime API. Knows nothing of what the functions do; HTTP events
 * are made in {@code http}, requests of the AWS SDK are received in {@code aws}.
 */
@NullMarked
package com.globalbooking.local.functions;

import org.jspecify.annotations.NullMarked;
