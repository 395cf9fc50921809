/**
 * CloudWatch on one machine: metric values from EMF log lines and from what the local parts know,
 * the alarms over them, and which alarms nothing could ever raise. Knows neither the product's
 * metrics nor the parts: both come as {@link com.globalbooking.local.metrics.MetricSource}s.
 */
@NullMarked
package com.globalbooking.local.metrics;

import org.jspecify.annotations.NullMarked;
