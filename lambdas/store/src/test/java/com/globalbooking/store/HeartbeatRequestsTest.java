package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.Heartbeats.Sighting.Absent;
import com.globalbooking.domain.health.Heartbeats.Sighting.Seen;
import com.globalbooking.domain.health.Heartbeats.Sighting.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Pins the conditional write whole, and what is asked again of a table that is busy. */
class HeartbeatRequestsTest {
  private static final Region ELSEWHERE = new Region("ap-southeast-1");

  private final List<List<Map<String, AttributeValue>>> asked = new ArrayList<>();
  private Function<KeysAndAttributes, BatchGetItemResponse> answer = HeartbeatRequestsTest::nothing;
  private final DynamoDbHeartbeats heartbeats = new DynamoDbHeartbeats(new Client(), "regions");

  @Test
  void writesTheFirstHeartbeatWhereThereIsNoVersion() {
    UpdateItemRequest first = heartbeats.update(new Heartbeat(HERE, NOW, Map.of(), 1));

    assertThat(first.tableName()).isEqualTo("regions");
    assertThat(first.key())
        .isEqualTo(Map.of("owner", text("us-west-2"), "part", text("heartbeat")));
    assertThat(first.conditionExpression())
        .isEqualTo("attribute_not_exists(#version) OR #version = :seen");
    assertThat(first.updateExpression())
        .isEqualTo("SET #at = :at, #hears = :hears, #version = :next");
    assertThat(first.expressionAttributeNames())
        .isEqualTo(Map.of("#at", "at", "#hears", "hears", "#version", "version"));
    assertThat(first.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":at", text(NOW.toString()),
                ":hears", AttributeValue.fromM(Map.of()),
                ":seen", number(0),
                ":next", number(1)));
  }

  @Test
  void writesEveryOtherInTheVersionThatWasRead() {
    UpdateItemRequest later = heartbeats.update(new Heartbeat(HERE, NOW, Map.of(THERE, NOW), 8));

    assertThat(later.conditionExpression()).isEqualTo("#version = :seen");
    assertThat(later.updateExpression())
        .isEqualTo("SET #at = :at, #hears = :hears, #version = :next");
    assertThat(later.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":at", text(NOW.toString()),
                ":hears", AttributeValue.fromM(Map.of("eu-west-1", text(NOW.toString()))),
                ":seen", number(7),
                ":next", number(8)));
  }

  @Test
  void asksAgainForTheKeysThatWereNotProcessedAndForNoOthers() {
    answer = HeartbeatRequestsTest::oneOf;

    assertThat(heartbeats.sightings(List.of(THERE, ELSEWHERE)))
        .isEqualTo(Map.of(THERE, new Seen(NOW), ELSEWHERE, new Seen(NOW)));
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst()).hasSize(2);
    assertThat(asked.getLast()).hasSize(1);
  }

  @Test
  void whatIsNeverProcessedIsUnreadAndTakesNothingFromTheRest() {
    answer = keys -> asked.size() == 1 ? oneOf(keys) : nothing(keys);

    Map<Region, ?> sightings = heartbeats.sightings(List.of(THERE, ELSEWHERE));

    assertThat(sightings.values()).anyMatch(Seen.class::isInstance);
    assertThat(sightings.values()).anyMatch(Unread.class::isInstance);
    assertThat(sightings.values()).noneMatch(Absent.class::isInstance);
    assertThat(asked).hasSize(3);
  }

  @Test
  void asksForAllConsistentlyInOneRequest() {
    answer = keys -> BatchGetItemResponse.builder().responses(Map.of()).build();

    assertThat(heartbeats.sightings(List.of(THERE, ELSEWHERE)))
        .isEqualTo(Map.of(THERE, new Absent(), ELSEWHERE, new Absent()));
    assertThat(asked).hasSize(1);
  }

  @Test
  void aTableThatDoesNotAnswerIsBusy() {
    answer =
        keys -> {
          throw ApiCallTimeoutException.create(600);
        };

    assertThatThrownBy(() -> heartbeats.sightings(List.of(THERE)))
        .isInstanceOf(StoreBusyException.class);
  }

  /** Processes the first key and leaves the rest. */
  private static BatchGetItemResponse oneOf(KeysAndAttributes keys) {
    Map<String, AttributeValue> first = new HashMap<>(keys.keys().getFirst());
    first.put("at", text(NOW.toString()));
    BatchGetItemResponse.Builder response =
        BatchGetItemResponse.builder().responses(Map.of("regions", List.of(first)));
    if (keys.keys().size() > 1) {
      response.unprocessedKeys(
          Map.of(
              "regions",
              keys.toBuilder().keys(keys.keys().subList(1, keys.keys().size())).build()));
    }
    return response.build();
  }

  private static BatchGetItemResponse nothing(KeysAndAttributes keys) {
    return BatchGetItemResponse.builder()
        .responses(Map.of())
        .unprocessedKeys(Map.of("regions", keys))
        .build();
  }

  private final class Client implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      KeysAndAttributes keys = Objects.requireNonNull(request.requestItems().get("regions"));
      assertThat(keys.consistentRead()).isTrue();
      asked.add(keys.keys());
      return answer.apply(keys);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
