package com.globalbooking.local.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.messaging.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a mapping from a stream reads, and what it gives to the function. */
class StreamMappingIT extends StreamScenario {

  @Test
  void aRecordComesAsLambdaGivesIt() throws Exception {
    put("a", 1);
    put("a", 2);
    region.mappings.add(source().window(Duration.ZERO).build());

    Eventually.holds("both records came", () -> numbers().size() == 2);
    JsonNode change = records().get(1);
    assertThat(change.path("eventName").asText()).isEqualTo("MODIFY");
    assertThat(change.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(change.path("eventVersion").asText()).isNotEmpty();
    assertThat(change.path("awsRegion").asText()).isEqualTo("eu-west-1");
    assertThat(change.path("eventSourceARN").asText()).isEqualTo(streamArn());
    JsonNode image = change.path("dynamodb");
    assertThat(image.path("Keys")).isEqualTo(SourcesFixture.json("{\"id\":{\"S\":\"a\"}}"));
    assertThat(image.path("NewImage").path("number").path("N").asText()).isEqualTo("2");
    assertThat(image.path("OldImage").path("number").path("N").asText()).isEqualTo("1");
    assertThat(image.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(image.path("SequenceNumber").asText()).isNotEmpty();
    assertThat(image.path("SizeBytes").asLong()).isPositive();
    assertThat(image.path("ApproximateCreationDateTime").isIntegralNumber()).isTrue();
  }

  @Test
  void theRecordsOfAnItemStayInOrderWhileBatchesRunSideBySide() throws Exception {
    for (int number = 1; number <= 20; number++) {
      for (String id : List.of("a", "b", "c", "d", "e")) {
        put(id, number);
      }
    }
    var calls = new AtomicInteger();
    region.function.does(
        batch ->
            calls.getAndIncrement() % 3 == 0
                ? RecordingFunction.failing(List.of(sequence(batch.getLast())))
                : RecordingFunction.done());
    region.mappings.add(source().batchSize(7).window(Duration.ZERO).parallelization(4).build());

    Eventually.holds("nothing waits", () -> numbers().size() >= 100 && status().backlog() == 0);
    Map<String, Integer> last = new HashMap<>();
    for (JsonNode change : records()) {
      String id = change.path("dynamodb").path("Keys").path("id").path("S").asText();
      int number = number(change);
      int before = last.getOrDefault(id, 0);
      assertThat(number).as("of %s after %s", id, before).isIn(before, before + 1);
      last.put(id, number);
    }
    assertThat(last.values()).containsOnly(20);
  }

  @Test
  void aFilterLetsOnlySomeRecordsPass() throws Exception {
    put("a", 1);
    delete("a");
    put("b", 2);
    region.mappings.add(
        source()
            .filter(
                "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"number\":{\"N\":[{\"exists\":true}]}}}}")
            .window(Duration.ZERO)
            .build());

    Eventually.holds("two came", () -> numbers().size() == 2);
    assertThat(numbers()).containsExactly(1, 2);
  }

  @Test
  void fromTheEndOnOnlyWhatComesLaterIsRead() throws Exception {
    put("a", 1);
    region.mappings.add(source().latest().window(Duration.ZERO).build());
    put("a", 2);

    Eventually.holds("one came", () -> !numbers().isEmpty());
    assertThat(numbers()).containsExactly(2);
  }

  @Test
  void theRoleMustBeAllowedToReadTheStream() {
    for (String missing :
        List.of("DescribeStream", "GetShardIterator", "GetRecords", "ListStreams")) {
      region.allow(
          List.of("DescribeStream", "GetShardIterator", "GetRecords", "ListStreams").stream()
              .filter(action -> !action.equals(missing))
              .map("dynamodb:"::concat)
              .toArray(String[]::new));
      assertThatThrownBy(() -> region.mappings.add(source().build()))
          .hasMessageContaining("dynamodb:" + missing);
    }
    assertThat(region.access.observed()).containsOnlyKeys("f");
  }

  @Test
  void aRoleThatMayNotSendToTheDestinationIsTold() throws Exception {
    region.allow("dynamodb:*");
    put("a", 1);
    region.function.does(_ -> RecordingFunction.crashed());
    region.mappings.add(source().window(Duration.ZERO).retriesMax(0).build());

    Eventually.holds("it was given up", () -> status().givenUp() == 1);
    Eventually.holds("it is told", () -> status().lastError().contains("sqs:SendMessage"));
    assertThat(region.drain(deadLetters)).isEmpty();
  }

  @Test
  void nothingIsReadWhileDynamoDbIsDown() throws Exception {
    region.outages.begin(SourcesFixture.REGION, "dynamodb");
    put("a", 1);
    region.mappings.add(source().window(Duration.ZERO).build());
    Eventually.holds("it is noticed", () -> status().lastError().contains("unavailable"));
    assertThat(region.function.batches()).isEmpty();

    region.outages.end(SourcesFixture.REGION, "dynamodb");
    Eventually.holds("the record came", () -> numbers().equals(List.of(1)));
  }
}
