package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.messaging.QueueHandle;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Topics and queues, for functions.
 *
 * @param alarmTopicArn the topic by which people are told
 * @param resolver the queue of {@code overbooking-resolver}
 * @param undelivered what the topic could not deliver to a queue
 * @param sources the queues that a function receives from
 * @param deadLetters where a function sends what it cannot read
 */
public record FunctionMessaging(
    Output<String> topicArn,
    Output<String> busName,
    Output<String> busArn,
    Output<String> alarmTopicArn,
    QueueHandle resolver,
    QueueHandle undelivered,
    Map<Function, List<QueueHandle>> sources,
    Map<Function, QueueHandle> deadLetters) {
  public FunctionMessaging {
    sources = Map.copyOf(sources);
    deadLetters = Map.copyOf(deadLetters);
  }

  List<QueueHandle> sources(Function function) {
    return Present.in(sources, function, "queues to receive from");
  }

  QueueHandle deadLetters(Function function) {
    return Present.in(deadLetters, function, "a dead-letter queue");
  }

  /** URL by the queue's id, of all that functions receive from. */
  public Output<Map<String, String>> queueUrls() {
    Output.MapBuilder<String> urls = Output.mapBuilder();
    new TreeMap<>(sources)
        .values().stream().flatMap(List::stream).forEach(it -> urls.put(it.id(), it.url()));
    return urls.build();
  }

  /**
   * URL of the dead-letter queue of each queue, of each function that reads a stream, of the topic.
   */
  public Output<Map<String, String>> deadLetterQueueUrls() {
    Output.MapBuilder<String> urls = Output.mapBuilder();
    new TreeMap<>(deadLetters)
        .forEach(
            (function, letters) -> {
              if (sources.containsKey(function)) {
                sources(function).forEach(queue -> urls.put(queue.id(), letters.url()));
              } else {
                urls.put(function.id(), letters.url());
              }
            });
    urls.put("inventory-updates.fifo", undelivered.url());
    return urls.build();
  }

  /** Every queue in which nothing may wait. */
  public List<QueueHandle> allDeadLetters() {
    return Stream.concat(new TreeMap<>(deadLetters).values().stream(), Stream.of(undelivered))
        .toList();
  }
}
