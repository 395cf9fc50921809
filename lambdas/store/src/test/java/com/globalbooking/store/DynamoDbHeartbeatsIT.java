package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.RegionsTable;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.contract.HeartbeatsContract;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.Heartbeats;
import com.globalbooking.domain.health.Heartbeats.Sighting.Malformed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The regions table keeps the contract. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbHeartbeatsIT extends HeartbeatsContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbHeartbeatsIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  /** What the store calls; a mutant changes what is called. */
  DynamoDbClient calls(DynamoDbClient real) {
    return real;
  }

  @Override
  protected Heartbeats heartbeats() {
    return new DynamoDbHeartbeats(calls(client), tables.regions());
  }

  @Override
  protected void putMalformed(Region owner) {
    put(owner, Map.of(RegionsTable.AT, text("yesterday"), RegionsTable.VERSION, number(3)));
  }

  @Override
  protected void addWord(Region owner, String word) {
    client.updateItem(
        request ->
            request
                .tableName(tables.regions())
                .key(key(owner))
                .updateExpression("SET lost = :word ADD version :one")
                .expressionAttributeValues(Map.of(":word", text(word), ":one", number(1))));
  }

  @Override
  protected String word(Region owner) {
    return text(
        client
            .getItem(r -> r.tableName(tables.regions()).key(key(owner)).consistentRead(true))
            .item(),
        "lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"N", "NULL", "absent"})
  void aTimeOfAnotherTypeCannotBeRead(String type) {
    put(
        THERE,
        switch (type) {
          case "N" -> Map.of(RegionsTable.AT, number(1_795_176_000));
          case "NULL" -> Map.of(RegionsTable.AT, AttributeValue.fromNul(true));
          default -> Map.of();
        });

    assertThat(heartbeats().sightings(List.of(THERE))).containsEntry(THERE, new Malformed());
  }

  @Test
  void whatCannotBeReadOfWhomItHearsIsLeftOut() {
    put(
        HERE,
        Map.of(
            RegionsTable.VERSION,
            number(7),
            RegionsTable.HEARS,
            AttributeValue.fromM(
                Map.of(
                    THERE.code(),
                    text(NOW.toString()),
                    "no Region",
                    text(NOW.toString()),
                    "ap-southeast-1",
                    number(1)))));

    assertThat(heartbeats().predecessor(HERE))
        .isEqualTo(new Heartbeat.Predecessor(HERE, Map.of(THERE, NOW), 7));
  }

  @Test
  void anItemWithoutAVersionOrWithVersionZeroIsFollowedByTheFirst() {
    put(HERE, Map.of());
    assertThat(heartbeats().write(new Heartbeat(HERE, NOW, Map.of(), 1))).isTrue();

    put(HERE, Map.of(RegionsTable.VERSION, number(0)));
    assertThat(heartbeats().write(heartbeats().predecessor(HERE).next(NOW, Map.of()))).isTrue();
  }

  @Test
  void aVersionThatIsNoNumberIsAFaultThatSaysWhatToDo() {
    put(HERE, Map.of(RegionsTable.VERSION, text("seven")));

    assertThatThrownBy(() -> heartbeats().predecessor(HERE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove the attribute");
  }

  private void put(Region owner, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.putAll(key(owner));
    client.putItem(request -> request.tableName(tables.regions()).item(item));
  }

  private static Map<String, AttributeValue> key(Region owner) {
    return Map.of(
        RegionsTable.OWNER, text(owner.code()), RegionsTable.PART, text(RegionsTable.HEARTBEAT));
  }
}
