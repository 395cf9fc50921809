package com.globalbooking.pms.control;

import static com.globalbooking.pms.control.ControlItems.number;
import static com.globalbooking.pms.control.ControlItems.text;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.pms.SyncState;
import com.globalbooking.domain.pms.SyncState.Abandoned;
import com.globalbooking.domain.pms.SyncState.NotYet;
import com.globalbooking.domain.pms.SyncState.Taken;
import com.globalbooking.domain.pms.SyncState.Trying;
import com.globalbooking.domain.pms.SyncStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** States of telling PMSs in the control table: one item for each event, gone after a week. */
public final class DynamoDbSyncStatus implements SyncStatus {
  static final String NEW = "attribute_not_exists(#name)";
  static final String NOT_TAKEN = "attribute_not_exists(#name) OR sync_state <> :taken";
  static final String AS_SEEN = "sync_state = :seen AND attempts = :attempts";

  /** Longer than a message can wait, with the days in which people send one again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String STATE = "sync_state";
  private static final String ATTEMPTS = "attempts";
  private static final String REASON = "reason";
  private static final String UPDATED_AT = "updated_at";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  /**
   * @param table name of the control table
   */
  public DynamoDbSyncStatus(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public SyncState read(OfBooking event) {
    Map<String, AttributeValue> item =
        ControlItems.toBusy(
                () ->
                    client.getItem(
                        request -> request.tableName(table).key(key(event)).consistentRead(true)))
            .item();
    return item.isEmpty() ? new NotYet() : state(item);
  }

  private static SyncState state(Map<String, AttributeValue> item) {
    int attempts = ControlItems.count(item, ATTEMPTS);
    return switch (text(item, STATE)) {
      case "TRYING" -> new Trying(attempts, text(item, REASON));
      case "TAKEN" -> new Taken(attempts);
      case "ABANDONED" -> new Abandoned(attempts, text(item, REASON));
      default -> throw new IllegalStateException("an event in an unknown state");
    };
  }

  @Override
  public void taken(OfBooking event, int attempts) {
    put(
        request(event, new Taken(attempts))
            .conditionExpression(NOT_TAKEN)
            .expressionAttributeNames(Map.of("#name", ControlTable.NAME))
            .expressionAttributeValues(Map.of(":taken", text("TAKEN"))));
  }

  @Override
  public void notTaken(OfBooking event, SyncState seen, SyncState next) {
    PutItemRequest.Builder put = request(event, next);
    switch (seen) {
      case Taken _ -> {
        return;
      }
      case NotYet _ ->
          put.conditionExpression(NEW).expressionAttributeNames(Map.of("#name", ControlTable.NAME));
      case Trying _, Abandoned _ ->
          put.conditionExpression(AS_SEEN)
              .expressionAttributeValues(
                  Map.of(":seen", text(word(seen)), ":attempts", number(seen.attempts())));
    }
    put(put);
  }

  private void put(PutItemRequest.Builder request) {
    try {
      ControlItems.toBusy(() -> client.putItem(request.build()));
    } catch (ConditionalCheckFailedException e) {
      // What is noted is newer: that is the promise.
    }
  }

  private PutItemRequest.Builder request(OfBooking event, SyncState state) {
    Map<String, AttributeValue> item = new HashMap<>(key(event));
    item.put(STATE, text(word(state)));
    item.put(ATTEMPTS, number(state.attempts()));
    item.put(UPDATED_AT, text(clock.instant().toString()));
    item.put(ControlTable.EXPIRY_TIME, number(clock.instant().plus(KEPT).getEpochSecond()));
    switch (state) {
      case NotYet _, Taken _ -> {}
      case Trying(int _, String reason) -> item.put(REASON, text(reason));
      case Abandoned(int _, String reason) -> item.put(REASON, text(reason));
    }
    return PutItemRequest.builder().tableName(table).item(item);
  }

  private static String word(SyncState state) {
    return switch (state) {
      case NotYet _ -> throw new IllegalArgumentException("nothing is noted of what was not tried");
      case Trying _ -> "TRYING";
      case Taken _ -> "TAKEN";
      case Abandoned _ -> "ABANDONED";
    };
  }

  private static Map<String, AttributeValue> key(OfBooking event) {
    return ControlItems.key(ControlTable.PMS_SYNC, event.eventId());
  }
}
