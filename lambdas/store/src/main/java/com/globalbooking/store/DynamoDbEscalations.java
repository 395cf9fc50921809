package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.events.DecidedEvents;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Escalations as records of the control table. A shortage is a new one when there is no record,
 * when the hotel has set another allotment since, or when more is short than people were told.
 */
public final class DynamoDbEscalations implements Escalations {
  static final String STILL_SHORT = "version = :version";
  static final String NEW_SHORTAGE =
      "attribute_not_exists(#name) OR allotted_units <> :allotted OR short_units < :short";

  private static final String SHORT_UNITS = "short_units";
  private static final String ALLOTTED_UNITS = "allotted_units";
  private static final String ESCALATED_AT = "escalated_at";
  private static final String TOLD_AT = "told_at";

  /** How long after its night a record is kept. */
  private static final Period KEPT = Period.ofDays(7);

  private final DynamoDbClient client;
  private final TableNames tables;
  private final String control;

  public DynamoDbEscalations(DynamoDbClient client, TableNames tables, String controlTable) {
    this.client = client;
    this.tables = tables;
    this.control = controlTable;
  }

  @Override
  public State escalate(Escalation escalation) {
    List<TransactWriteItem> items =
        List.of(
            TransactWriteItem.builder().conditionCheck(stillShort(escalation)).build(),
            TransactWriteItem.builder().put(record(escalation)).build(),
            OutboxItem.put(
                tables.outbox(), DecidedEvents.unresolved(escalation.shortage(), escalation.at())));
    try {
      client.transactWriteItems(request -> request.transactItems(items));
      return State.UNTOLD;
    } catch (TransactionCanceledException e) {
      return meaning(e);
    } catch (SdkException e) {
      if (PassingFault.is(e)) {
        return State.UNDECIDED;
      }
      throw e;
    }
  }

  private static State meaning(TransactionCanceledException refusal) {
    List<CancellationReason> reasons = refusal.cancellationReasons();
    if (Cancellation.failed(reasons.get(0))) {
      return State.OUTDATED;
    }
    if (Cancellation.failed(reasons.get(1))) {
      return reasons.get(1).item().containsKey(TOLD_AT) ? State.TOLD : State.UNTOLD;
    }
    if (reasons.stream().anyMatch(Cancellation::passes)) {
      return State.UNDECIDED;
    }
    throw refusal;
  }

  private ConditionCheck stillShort(Escalation escalation) {
    return ConditionCheck.builder()
        .tableName(tables.inventory())
        .key(AllotmentItem.key(escalation.allotment().night(), escalation.allotment().owner()))
        .conditionExpression(STILL_SHORT)
        .expressionAttributeValues(Map.of(":version", number(escalation.allotment().version())))
        .build();
  }

  private Put record(Escalation escalation) {
    Overbooking shortage = escalation.shortage();
    AttributeValue allotted = number(escalation.allotment().allotted());
    AttributeValue shortUnits = number(shortage.shortUnits());
    long expiry = shortage.night().date().plus(KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return Put.builder()
        .tableName(control)
        .item(
            Map.of(
                ControlTable.NAME,
                text(name(shortage.night())),
                ALLOTTED_UNITS,
                allotted,
                SHORT_UNITS,
                shortUnits,
                ESCALATED_AT,
                text(escalation.at().toString()),
                ControlTable.EXPIRY_TIME,
                number(expiry)))
        .conditionExpression(NEW_SHORTAGE)
        .expressionAttributeNames(Map.of("#name", ControlTable.NAME))
        .expressionAttributeValues(Map.of(":allotted", allotted, ":short", shortUnits))
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  @Override
  public void told(Escalation escalation) {
    var _ =
        PassingFault.toBusy(
            () ->
                client.updateItem(
                    request ->
                        request
                            .tableName(control)
                            .key(key(escalation.allotment().night()))
                            .updateExpression("SET told_at = if_not_exists(told_at, :now)")
                            .expressionAttributeValues(
                                Map.of(":now", text(escalation.at().toString())))));
  }

  @Override
  public void clear(RoomNight night) {
    var _ =
        PassingFault.toBusy(
            () -> client.deleteItem(request -> request.tableName(control).key(key(night))));
  }

  private static Map<String, AttributeValue> key(RoomNight night) {
    return Map.of(ControlTable.NAME, text(name(night)));
  }

  private static String name(RoomNight night) {
    return ControlTable.ESCALATION + AllotmentItem.bookingKey(night);
  }
}
