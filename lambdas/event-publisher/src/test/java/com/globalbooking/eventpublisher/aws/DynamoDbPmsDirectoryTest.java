package com.globalbooking.eventpublisher.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.eventpublisher.DirectoryUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class DynamoDbPmsDirectoryTest {
  private final Map<String, String> table = new HashMap<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int readAtOnce = 100;
  private boolean up = true;
  private final DynamoDbPmsDirectory directory = new DynamoDbPmsDirectory(new Client(), "control");

  @Test
  void findsTheConnectionOfEachPropertyThatHasOne() {
    table.put("property#lisbon", "opera");

    assertThat(directory.connections(Set.of(new PropertyId("lisbon"), new PropertyId("faro"))))
        .isEqualTo(Map.of(new PropertyId("lisbon"), "opera"));
  }

  @Test
  void asksForAHundredAtATimeAndAgainForWhatWasLeft() {
    Set<PropertyId> many =
        IntStream.range(0, 150)
            .mapToObj(i -> new PropertyId("hotel-" + i))
            .collect(Collectors.toSet());
    many.forEach(property -> table.put("property#" + property, "opera"));
    readAtOnce = 60;

    assertThat(directory.connections(many)).hasSize(150);
    assertThat(sizes).containsExactly(100, 40, 50);
  }

  @Test
  void saysSoWhenTheTableCannotTell() {
    Set<PropertyId> one = Set.of(new PropertyId("lisbon"));
    readAtOnce = 0;
    assertThatThrownBy(() -> directory.connections(one))
        .isInstanceOf(DirectoryUnavailableException.class);

    up = false;
    assertThatThrownBy(() -> directory.connections(one))
        .isInstanceOf(DirectoryUnavailableException.class);
  }

  private final class Client implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      if (!up) {
        throw SdkClientException.create("no answer");
      }
      KeysAndAttributes asked = request.requestItems().values().iterator().next();
      assertThat(request.requestItems()).containsOnlyKeys("control");
      sizes.add(asked.keys().size());
      List<Map<String, AttributeValue>> keys = asked.keys();
      List<Map<String, AttributeValue>> now = keys.subList(0, Math.min(readAtOnce, keys.size()));
      List<Map<String, AttributeValue>> left = keys.subList(now.size(), keys.size());
      List<Map<String, AttributeValue>> found =
          now.stream()
              .flatMap(key -> key.values().stream().map(AttributeValue::s))
              .filter(table::containsKey)
              .map(
                  name ->
                      Map.of(
                          "name", AttributeValue.fromS(name),
                          "pms", AttributeValue.fromS(table.get(name))))
              .toList();
      return BatchGetItemResponse.builder()
          .responses(Map.of("control", found))
          .unprocessedKeys(
              left.isEmpty()
                  ? Map.of()
                  : Map.of("control", KeysAndAttributes.builder().keys(left).build()))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
