package com.globalbooking.local.metrics;

import java.util.Set;

/**
 * Something that knows metric values. It says which metrics it can ever have values of, by the
 * resources that there are; an alarm on anything else cannot fire.
 */
public interface MetricSource {

  /** Every metric that it can have a value of, as things stand. */
  Set<MetricId> canEmit();

  /** Gives the values that are asked for from time to time, such as the depth of a queue. */
  default void sample(MetricSink sink) {}
}
