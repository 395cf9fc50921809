package com.globalbooking.local;

import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.messaging.SqsEngine;
import com.globalbooking.local.metrics.QueueMetrics.Depth;
import com.globalbooking.local.sources.MappingStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What waits in the queues of a Region. The queue server does not tell how old its oldest message
 * is; what is told instead is for how long the queue was never seen empty, which is not less.
 */
final class QueueDepths {
  private final SqsEngine queues;
  private final Clock clock;
  private final Map<String, Instant> busySince = new ConcurrentHashMap<>();

  QueueDepths(SqsEngine queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /** Every queue by name. */
  Map<String, Depth> all() {
    Map<String, Depth> depths = new HashMap<>();
    for (String url : queues.client().listQueues().queueUrls()) {
      depths.put(url.substring(url.lastIndexOf('/') + 1), depth(url));
    }
    return depths;
  }

  /** Every function that reads a stream, with how long the oldest record it has not done waits. */
  Map<String, Duration> streamAges(List<MappingStatus> mappings) {
    List<String> names =
        queues.client().listQueues().queueUrls().stream()
            .map(url -> url.substring(url.lastIndexOf('/') + 1))
            .toList();
    return mappings.stream()
        .filter(mapping -> !names.contains(mapping.source()))
        .collect(
            Collectors.toMap(
                status -> FunctionReference.of(status.function()).name(),
                mapping -> Duration.ofMillis(mapping.oldestMillis()),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
  }

  private Depth depth(String url) {
    Map<QueueAttributeName, String> attributes =
        queues
            .client()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    long visible = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    long taken = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    Instant now = clock.instant();
    if (visible + taken == 0) {
      busySince.remove(url);
      return new Depth(0, Duration.ZERO);
    }
    return new Depth(visible, Duration.between(busySince.computeIfAbsent(url, _ -> now), now));
  }

  private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }
}
