package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Sets this Region's allotments. A change moves {@code available_units} by a difference under a
 * condition on {@code allotted_units}, not on {@code version}: sales that go on meanwhile neither
 * get lost nor get in the way.
 */
public final class DynamoDbInventoryStore implements InventoryStore {
  static final String NEW_NIGHT = "attribute_not_exists(booking_key)";
  static final String CREATE =
      "SET property_id = :property, room_id = :room, stay_date = :date, allotted_units = :units, "
          + "available_units = :units, reserved_units = :zero, version = :one, "
          + "created_at = :now, updated_at = :now, expiry_time = :expiry";
  static final String AS_SEEN_AND_NOT_BELOW_SOLD =
      "allotted_units = :seen AND available_units >= :taken_back";
  static final String CHANGE =
      "SET allotted_units = :units, available_units = available_units + :difference, "
          + "version = version + :one, updated_at = :now";

  /** How long after its night an allotment is kept, for audits; then it is garbage. */
  private static final Period KEPT = Period.ofDays(90);

  private final DynamoDbClient client;
  private final String table;
  private final AllotmentReader reader;
  private final Region own;
  private final Clock clock;

  public DynamoDbInventoryStore(
      DynamoDbClient client,
      String inventoryTable,
      AllotmentReader reader,
      Region own,
      Clock clock) {
    this.client = client;
    this.table = inventoryTable;
    this.reader = reader;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public List<Allotment> read(Collection<RoomNight> nights, Collection<Region> owners) {
    return reader.read(nights, owners);
  }

  @Override
  public Written write(List<Change> changes) {
    List<TransactWriteItem> items =
        changes.stream()
            .map(change -> TransactWriteItem.builder().update(update(change)).build())
            .toList();
    try {
      client.transactWriteItems(request -> request.transactItems(items));
      return Written.DONE;
    } catch (TransactionCanceledException e) {
      return e.cancellationReasons().stream().anyMatch(Cancellation::failed)
          ? Written.OUTDATED
          : Written.UNDECIDED;
    } catch (SdkException e) {
      if (PassingFault.is(e)) {
        return Written.UNDECIDED;
      }
      throw e;
    }
  }

  Update update(Change change) {
    return change.seen().map(seen -> change(seen, change)).orElseGet(() -> create(change)).build();
  }

  private Update.Builder create(Change change) {
    RoomNight night = change.night();
    long expiry = night.date().plus(KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return item(night)
        .conditionExpression(NEW_NIGHT)
        .updateExpression(CREATE)
        .expressionAttributeValues(
            Map.of(
                ":property", text(night.room().property().value()),
                ":room", text(night.room().id().value()),
                ":date", text(night.date().toString()),
                ":units", number(change.units().count()),
                ":zero", number(0),
                ":one", number(1),
                ":now", text(clock.instant().toString()),
                ":expiry", number(expiry)));
  }

  private Update.Builder change(Allotment seen, Change change) {
    int difference = change.units().count() - seen.allotted();
    return item(change.night())
        .conditionExpression(AS_SEEN_AND_NOT_BELOW_SOLD)
        .updateExpression(CHANGE)
        .expressionAttributeValues(
            Map.of(
                ":units", number(change.units().count()),
                ":seen", number(seen.allotted()),
                ":difference", number(difference),
                ":taken_back", number(Math.max(0, -difference)),
                ":one", number(1),
                ":now", text(clock.instant().toString())));
  }

  private Update.Builder item(RoomNight night) {
    return Update.builder().tableName(table).key(AllotmentItem.key(night, own));
  }
}
