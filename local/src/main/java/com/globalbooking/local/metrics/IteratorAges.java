package com.globalbooking.local.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** AWS/Lambda IteratorAge, from whoever reads the streams. */
public final class IteratorAges implements MetricSource {
  private final Supplier<Map<String, Duration>> ages;

  /**
   * @param ages every function that reads a stream, with the age of the last record of the batch
   *     that it was given most lately; zero when it is up to date
   */
  public IteratorAges(Supplier<Map<String, Duration>> ages) {
    this.ages = ages;
  }

  @Override
  public Set<MetricId> canEmit() {
    return ages.get().keySet().stream().map(IteratorAges::metric).collect(Collectors.toSet());
  }

  @Override
  public void sample(MetricSink sink) {
    ages.get().forEach((function, age) -> sink.put(metric(function), (double) age.toMillis()));
  }

  private static MetricId metric(String function) {
    return MetricId.of("AWS/Lambda", "IteratorAge", "FunctionName", function);
  }
}
