package com.globalbooking.pms.control;

import static com.globalbooking.pms.control.ControlItems.number;
import static com.globalbooking.pms.control.ControlItems.text;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.pms.Circuit;
import com.globalbooking.domain.pms.Circuit.State.Closed;
import com.globalbooking.domain.pms.Circuit.State.HalfOpen;
import com.globalbooking.domain.pms.Circuit.State.Open;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Circuits in the control table: one item each, replaced only while its version is as seen. */
public final class DynamoDbCircuitBreakers implements CircuitBreakers {
  static final String NEW = "attribute_not_exists(#name)";
  static final String AS_SEEN = "version = :seen";

  private static final String VERSION = "version";
  private static final String STATE = "circuit_state";
  private static final String FAILURES = "failures";
  private static final String UNTIL = "until";

  private final DynamoDbClient client;
  private final String table;

  /**
   * @param table name of the control table
   */
  public DynamoDbCircuitBreakers(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Circuit read(PmsName pms) {
    Map<String, AttributeValue> item =
        ControlItems.toBusy(
                () ->
                    client.getItem(
                        request -> request.tableName(table).key(key(pms)).consistentRead(true)))
            .item();
    return item.isEmpty() ? Circuit.NEW : new Circuit(number(item, VERSION), state(item));
  }

  private static Circuit.State state(Map<String, AttributeValue> item) {
    return switch (text(item, STATE)) {
      case "CLOSED" -> new Closed(ControlItems.count(item, FAILURES));
      case "OPEN" -> new Open(Instant.parse(text(item, UNTIL)));
      case "HALF_OPEN" -> new HalfOpen(Instant.parse(text(item, UNTIL)));
      default -> throw new IllegalStateException("a circuit in an unknown state");
    };
  }

  @Override
  public boolean replace(PmsName pms, Circuit seen, Circuit next) {
    try {
      ControlItems.toBusy(() -> client.putItem(replacement(pms, seen, next).build()));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private PutItemRequest.Builder replacement(PmsName pms, Circuit seen, Circuit next) {
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item(pms, next));
    return seen.version() == 0
        ? put.conditionExpression(NEW).expressionAttributeNames(Map.of("#name", ControlTable.NAME))
        : put.conditionExpression(AS_SEEN)
            .expressionAttributeValues(Map.of(":seen", number(seen.version())));
  }

  private static Map<String, AttributeValue> item(PmsName pms, Circuit circuit) {
    Map<String, AttributeValue> item = new HashMap<>(key(pms));
    item.put(VERSION, number(circuit.version()));
    switch (circuit.state()) {
      case Closed(int failures) -> {
        item.put(STATE, text("CLOSED"));
        item.put(FAILURES, number(failures));
      }
      case Open(Instant until) -> {
        item.put(STATE, text("OPEN"));
        item.put(UNTIL, text(until.toString()));
      }
      case HalfOpen(Instant until) -> {
        item.put(STATE, text("HALF_OPEN"));
        item.put(UNTIL, text(until.toString()));
      }
    }
    return item;
  }

  private static Map<String, AttributeValue> key(PmsName pms) {
    return ControlItems.key(ControlTable.CIRCUIT, pms.value());
  }
}
