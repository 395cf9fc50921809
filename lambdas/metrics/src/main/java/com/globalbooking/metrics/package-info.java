/**
 * Metrics of functions, as lines of the log in CloudWatch's embedded metric format: no call, no
 * permission, nothing to fail. No dimension but those of the contract may enter.
 */
@NullMarked
package com.globalbooking.metrics;

import org.jspecify.annotations.NullMarked;
