package com.globalbooking.local.sources;

import static com.globalbooking.local.sources.SourcesFixture.REGION;
import static com.globalbooking.local.sources.SourcesFixture.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.messaging.EventFilter;
import com.globalbooking.local.messaging.Eventually;
import com.globalbooking.local.messaging.RegionMessaging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A mapping from a queue to a function that does as told. */
class QueueMappingIT {
  private SourcesFixture region;

  @BeforeEach
  void start() {
    region = new SourcesFixture(null, this::mappings);
  }

  @AfterEach
  void stop() {
    region.close();
  }

  /** What is under test; a mutant makes another. */
  EventSourceMappings mappings(
      RecordingFunction function,
      @Nullable DynamoDbEngine tables,
      RegionMessaging messaging,
      SourcesFixture fixture) {
    return SourcesFixture.mappings(function, tables, messaging, fixture, Clock.systemUTC());
  }

  @Test
  void aMessageComesAsLambdaGivesIt() {
    String url = region.queue("q.fifo", fifo(30));
    region.send(url, "hotel-1", "{\"a\":1}");
    region.mappings.add(source("q.fifo", EventFilter.everything()));

    Eventually.holds("it came", () -> !region.function.batches().isEmpty());
    JsonNode message = region.function.batches().getFirst().getFirst();
    assertThat(message.path("body").asText()).isEqualTo("{\"a\":1}");
    assertThat(message.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(message.path("eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:q.fifo");
    assertThat(message.path("awsRegion").asText()).isEqualTo("eu-west-1");
    assertThat(message.path("messageId").asText()).isNotEmpty();
    assertThat(message.path("receiptHandle").asText()).isNotEmpty();
    JsonNode attributes = message.path("attributes");
    assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(attributes.path("MessageGroupId").asText()).isEqualTo("hotel-1");
    assertThat(attributes.path("MessageDeduplicationId").asText()).isEqualTo("hotel-1-{\"a\":1}");
    assertThat(attributes.path("SentTimestamp").asText()).isNotEmpty();
  }

  @Test
  void onlyTheMessagesThatFailedComeAgain() {
    String url = region.queue("q", visibility(1));
    List.of("1", "2", "3").forEach(body -> region.send(url, "", body));
    List<String> refusedOnce = new CopyOnWriteArrayList<>();
    region.function.does(
        batch ->
            RecordingFunction.failing(
                batch.stream()
                    .filter(it -> it.path("body").asText().equals("2") && refusedOnce.isEmpty())
                    .peek(it -> refusedOnce.add("2"))
                    .map(it -> it.path("messageId").asText())
                    .toList()));
    region.mappings.add(source("q", EventFilter.everything()));

    Eventually.holds("the failed one came again", () -> bodies().size() == 4);
    assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "2", "3");
    Eventually.holds("the queue is empty", () -> left(url) == 0);
  }

  @Test
  void aGroupOfAFifoQueueStaysInOrderWhileItsMessagesFailAndOthersGoOn() {
    String url = region.queue("q.fifo", fifo(1));
    List<String> sent = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
    sent.forEach(body -> region.send(url, "hotel-1", "a" + body));
    sent.forEach(body -> region.send(url, "hotel-2", "b" + body));
    Map<String, Boolean> refused = new ConcurrentHashMap<>();
    List<String> done = new CopyOnWriteArrayList<>();
    region.function.does(
        batch -> {
          List<String> failed = new CopyOnWriteArrayList<>();
          boolean stopped = false;
          for (JsonNode message : batch) {
            String body = message.path("body").asText();
            boolean ofFirst = body.startsWith("a");
            stopped |= body.equals("a3") && refused.putIfAbsent(body, true) == null;
            if (stopped && ofFirst) {
              failed.add(message.path("messageId").asText());
            } else {
              done.add(body);
            }
          }
          return RecordingFunction.failing(failed);
        });
    region.mappings.add(source("q.fifo", EventFilter.everything()));

    Eventually.holds("all are done", () -> done.size() >= 16);
    assertThat(done.stream().filter(it -> it.startsWith("a")))
        .containsExactlyElementsOf(sent.stream().map("a"::concat).toList());
    assertThat(done.stream().filter(it -> it.startsWith("b")))
        .containsExactlyElementsOf(sent.stream().map("b"::concat).toList());
    assertThat(refused).containsOnlyKeys("a3");
  }

  @Test
  void aMessageThatAlwaysFailsEndsInTheDeadLetterQueue() {
    String dead = region.queue("dead", Map.of());
    String url =
        region.queue(
            "q",
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "1",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
                    .formatted(region.messaging.queues().arn("dead"))));
    region.function.does(_ -> RecordingFunction.crashed());
    region.send(url, "", "{\"poison\":true}");
    region.mappings.add(source("q", EventFilter.everything()));

    Eventually.holds("it was moved", () -> left(dead) == 1);
    assertThat(region.function.batches()).hasSize(2);
    assertThat(region.mappings.status().getFirst().failures()).isEqualTo(2);
  }

  @Test
  void whatTheFilterRefusesIsTakenOffTheQueueUnseen() {
    String url = region.queue("q", visibility(30));
    region.send(url, "", "{\"type\":\"no\"}");
    region.send(url, "", "plain text");
    region.send(url, "", "{\"type\":\"yes\"}");
    region.mappings.add(source("q", EventFilter.anyOf(List.of("{\"body\":{\"type\":[\"yes\"]}}"))));

    Eventually.holds("one came", () -> !region.function.batches().isEmpty());
    Eventually.holds("the queue is empty", () -> left(url) == 0);
    assertThat(bodies()).containsExactly("{\"type\":\"yes\"}");
  }

  @Test
  void theRoleMustBeAllowedToReadTheQueue() {
    region.queue("q", Map.of());
    region.allow("sqs:ReceiveMessage", "sqs:GetQueueAttributes");
    assertThatThrownBy(() -> region.mappings.add(source("q", EventFilter.everything())))
        .hasMessageContaining("sqs:DeleteMessage")
        .hasMessageContaining(ROLE);
  }

  @Test
  void nothingIsTakenWhileSqsOrLambdaIsDown() {
    String url = region.queue("q", visibility(30));
    for (String service : List.of("sqs", "lambda")) {
      region.outages.begin(REGION, service);
    }
    region.send(url, "", "1");
    region.mappings.add(source("q", EventFilter.everything()));
    Eventually.holds(
        "it is noticed",
        () -> region.mappings.status().getFirst().lastError().contains("unavailable"));
    region.outages.end(REGION, "sqs");
    Eventually.holds(
        "it is noticed", () -> region.mappings.status().getFirst().lastError().contains("lambda"));
    assertThat(region.function.batches()).isEmpty();

    region.outages.end(REGION, "lambda");
    Eventually.holds("it came", () -> bodies().equals(List.of("1")));
  }

  private List<String> bodies() {
    return region.function.batches().stream()
        .flatMap(List::stream)
        .map(it -> it.path("body").asText())
        .toList();
  }

  /** Messages in the queue, visible or not. */
  private int left(String url) {
    return region
        .messaging
        .queues()
        .client()
        .getQueueAttributes(
            it ->
                it.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private QueueSource source(String queue, EventFilter filter) {
    return new QueueSource(
        "id",
        "f",
        ROLE,
        region.messaging.queues().arn(queue),
        10,
        Duration.ZERO,
        EventSourceMappings.CONCURRENCY_MAX,
        filter,
        true);
  }

  private static Map<QueueAttributeName, String> visibility(int seconds) {
    return Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(seconds));
  }

  private static Map<QueueAttributeName, String> fifo(int visibilitySeconds) {
    return Map.of(
        QueueAttributeName.FIFO_QUEUE,
        "true",
        QueueAttributeName.VISIBILITY_TIMEOUT,
        Integer.toString(visibilitySeconds));
  }
}
