package com.globalbooking.local.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.messaging.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of the records of a stream when the function fails. */
class StreamRetryIT extends StreamScenario {

  @Test
  void afterAPartialAnswerOnlyTheRestComesAgain() throws Exception {
    putFour();
    var first = new AtomicInteger();
    region.function.does(
        batch ->
            first.getAndIncrement() == 0
                // Not in order: the lowest counts.
                ? RecordingFunction.failing(List.of(sequence(batch.get(3)), sequence(batch.get(2))))
                : RecordingFunction.done());
    region.mappings.add(source().build());

    Eventually.holds("the rest came again", () -> region.function.batches().size() >= 2);
    assertThat(numbers(region.function.batches().get(0))).containsExactly(1, 2, 3, 4);
    assertThat(numbers(region.function.batches().get(1))).containsExactly(3, 4);
    Eventually.holds("nothing waits", () -> status().backlog() == 0);
    assertThat(region.drain(deadLetters)).isEmpty();
  }

  @Test
  void anAnswerThatNamesNoneOfTheBatchFailsAllOfIt() throws Exception {
    putFour();
    var first = new AtomicInteger();
    region.function.does(
        _ ->
            first.getAndIncrement() == 0
                ? RecordingFunction.failing(List.of("unheard of"))
                : RecordingFunction.done());
    region.mappings.add(source().build());

    Eventually.holds("all came again", () -> region.function.batches().size() >= 2);
    assertThat(numbers(region.function.batches().get(1))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void halvingFindsTheOneRecordThatFailsAndTheOthersAreDone() throws Exception {
    putFour();
    region.function.does(
        batch ->
            numbers(batch).contains(3) ? RecordingFunction.crashed() : RecordingFunction.done());
    region.mappings.add(source().bisects().retriesMax(1).build());

    Eventually.holds("the record was given up", () -> status().givenUp() == 1);
    Eventually.holds("nothing waits", () -> status().backlog() == 0);
    assertThat(region.function.batches().stream().map(StreamScenario::numbers))
        .containsExactly(
            List.of(1, 2, 3, 4), List.of(1, 2), List.of(3, 4), List.of(3), List.of(3), List.of(4));
    JsonNode told = region.drain(deadLetters).getFirst();
    String poison = sequence(region.function.batches().get(3).getFirst());
    JsonNode position = told.path("DDBStreamBatchInfo");
    assertThat(position.path("startSequenceNumber").asText()).isEqualTo(poison);
    assertThat(position.path("endSequenceNumber").asText()).isEqualTo(poison);
    assertThat(position.path("batchSize").asInt()).isEqualTo(1);
    assertThat(position.path("shardId").asText()).startsWith("shardId-");
    assertThat(position.path("streamArn").asText()).isEqualTo(streamArn());
    assertThat(told.path("requestContext").path("condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(told.path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(2);
    assertThat(told.path("requestContext").path("functionArn").asText())
        .isEqualTo("arn:aws:lambda:eu-west-1:000000000000:function:f");
    assertThat(told.path("responseContext").path("functionError").asText()).isEqualTo("Unhandled");
  }

  @Test
  void withoutALimitAFailedRecordComesAgainUntilTheFunctionRecovers() throws Exception {
    putFour();
    var left = new AtomicInteger(12);
    region.function.does(
        _ -> left.getAndDecrement() > 0 ? RecordingFunction.crashed() : RecordingFunction.done());
    region.mappings.add(source().bisects().build());

    Eventually.holds("nothing waits", () -> left.get() < 0 && status().backlog() == 0);
    Set<Integer> seen = new HashSet<>();
    List<Integer> done = new ArrayList<>();
    region.function.batches().subList(12, region.function.batches().size()).stream()
        .flatMap(batch -> numbers(batch).stream())
        .filter(seen::add)
        .forEach(done::add);
    assertThat(done).containsExactly(1, 2, 3, 4);
    assertThat(region.drain(deadLetters)).isEmpty();
  }

  @Test
  void aThrottledInvocationCostsNoRetry() throws Exception {
    putFour();
    var left = new AtomicInteger(5);
    region.function.does(
        _ ->
            left.getAndDecrement() > 0
                ? new InvocationResult.Throttled()
                : RecordingFunction.done());
    region.mappings.add(source().retriesMax(0).build());

    Eventually.holds("nothing waits", () -> left.get() < 0 && status().backlog() == 0);
    assertThat(status().givenUp()).isZero();
  }

  @Test
  void recordsThatAreTooOldAreGivenUpUntried() throws Exception {
    putFour();
    clock().pass(Duration.ofHours(25));
    region.mappings.add(source().ageMax(Duration.ofDays(1)).build());

    Eventually.holds("all were given up", () -> status().givenUp() == 4 && status().backlog() == 0);
    assertThat(region.function.batches()).isEmpty();
    assertThat(
            region.drain(deadLetters).getFirst().path("requestContext").path("condition").asText())
        .isEqualTo("RecordAgeExceeded");
  }
}
