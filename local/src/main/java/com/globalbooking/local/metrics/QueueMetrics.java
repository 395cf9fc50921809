package com.globalbooking.local.metrics;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** AWS/SQS, from whoever knows the queues. */
public final class QueueMetrics implements MetricSource {
  private static final String NAMESPACE = "AWS/SQS";
  private static final String VISIBLE = "ApproximateNumberOfMessagesVisible";
  private static final String OLDEST = "ApproximateAgeOfOldestMessage";
  private static final String QUEUE_NAME = "QueueName";

  private final Supplier<Map<String, Depth>> queues;

  /** What waits in a queue; the age is zero when nothing does. */
  public record Depth(long visible, Duration oldest) {}

  /**
   * @param queues every queue of the Region by name, whether or not it holds anything
   */
  public QueueMetrics(Supplier<Map<String, Depth>> queues) {
    this.queues = queues;
  }

  @Override
  public Set<MetricId> canEmit() {
    Set<MetricId> metrics = new HashSet<>();
    for (String queue : queues.get().keySet()) {
      metrics.add(MetricId.of(NAMESPACE, VISIBLE, QUEUE_NAME, queue));
      metrics.add(MetricId.of(NAMESPACE, OLDEST, QUEUE_NAME, queue));
    }
    return metrics;
  }

  @Override
  public void sample(MetricSink sink) {
    queues
        .get()
        .forEach(
            (queue, depth) -> {
              sink.put(
                  MetricId.of(NAMESPACE, VISIBLE, QUEUE_NAME, queue), (double) depth.visible());
              sink.put(
                  MetricId.of(NAMESPACE, OLDEST, QUEUE_NAME, queue),
                  (double) depth.oldest().toSeconds());
            });
  }
}
