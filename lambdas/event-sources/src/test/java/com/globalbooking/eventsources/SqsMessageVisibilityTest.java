package com.globalbooking.eventsources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsMessageVisibilityTest {
  private final List<String> calls = new ArrayList<>();
  private boolean queueIsUp = true;
  private final SqsMessageVisibility visibility = new SqsMessageVisibility(new Recording());

  @Test
  void changesTenMessagesInACallAndAsksForTheUrlOnce() {
    Map<QueueMessage, Duration> pauses = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      pauses.put(message(i), Duration.ofMillis(1_001L * i));
    }
    visibility.comeAgainAfter(pauses);

    assertThat(calls)
        .containsExactly(
            "url of pms-json.fifo",
            "http://q: h0=0 h1=2 h2=3 h3=4 h4=5 h5=6 h6=7 h7=8 h8=9 h9=10",
            "http://q: h10=11 h11=12");
  }

  @Test
  void neverAsksForLongerThanSqsKeeps() {
    visibility.comeAgainAfter(Map.of(message(1), Duration.ofDays(1)));

    assertThat(calls).contains("http://q: h1=39600");
  }

  @Test
  void aQueueThatDoesNotAnswerIsNoFault() {
    queueIsUp = false;
    visibility.comeAgainAfter(Map.of(message(1), Duration.ofSeconds(1)));

    assertThat(calls).hasSize(1);
  }

  private static QueueMessage message(int number) {
    return new QueueMessage(
        "m" + number,
        "arn:aws:sqs:us-west-2:000000000000:pms-json.fifo",
        Optional.of("h1"),
        "{}",
        "h" + number,
        1,
        Instant.EPOCH);
  }

  /** Writes down what it is asked. */
  private final class Recording implements SqsClient {
    @Override
    public GetQueueUrlResponse getQueueUrl(Consumer<GetQueueUrlRequest.Builder> request) {
      calls.add(
          "url of " + GetQueueUrlRequest.builder().applyMutation(request).build().queueName());
      if (!queueIsUp) {
        throw SqsException.builder().message("down").build();
      }
      return GetQueueUrlResponse.builder().queueUrl("http://q").build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
        Consumer<ChangeMessageVisibilityBatchRequest.Builder> request) {
      var batch = ChangeMessageVisibilityBatchRequest.builder().applyMutation(request).build();
      calls.add(
          batch.queueUrl()
              + ": "
              + String.join(
                  " ",
                  batch.entries().stream()
                      .map(e -> e.receiptHandle() + "=" + e.visibilityTimeout())
                      .toList()));
      return ChangeMessageVisibilityBatchResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
