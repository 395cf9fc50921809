package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.events.DecidedEvents;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Sets this Region's allotments. A change moves {@code available_units} by a difference under a
 * condition on {@code allotted_units}, not on {@code version}: sales that go on meanwhile neither
 * get lost nor get in the way. Only a change that leaves a night overbooked asks for the version
 * too, because its event says by how much.
 */
public final class DynamoDbInventoryStore implements InventoryStore {
  static final String NEW_NIGHT = "attribute_not_exists(booking_key)";
  static final String CREATE =
      "SET property_id = :property, room_id = :room, stay_date = :date, allotted_units = :units, "
          + "available_units = :units, reserved_units = :zero, version = :one, "
          + "created_at = :now, updated_at = :now, expiry_time = :expiry, room_rank = :rank";
  static final String AS_SEEN = "allotted_units = :seen";
  static final String NOT_BELOW_SOLD = " AND available_units >= :taken_back";
  static final String SAME_VERSION = " AND version = :version";
  static final String CHANGE =
      "SET allotted_units = :units, available_units = available_units + :difference, "
          + "version = version + :one, updated_at = :now";
  static final String CHANGE_RANK = ", room_rank = :rank";

  /** How long after its night an allotment is kept, for audits; then it is garbage. */
  private static final Period KEPT = Period.ofDays(90);

  private final DynamoDbClient client;
  private final String table;
  private final String outbox;
  private final AllotmentReader reader;
  private final Region own;
  private final Clock clock;

  public DynamoDbInventoryStore(
      DynamoDbClient client,
      String inventoryTable,
      String outboxTable,
      AllotmentReader reader,
      Region own,
      Clock clock) {
    this.client = client;
    this.table = inventoryTable;
    this.outbox = outboxTable;
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
    var items = new ArrayList<TransactWriteItem>();
    for (Change change : changes) {
      items.add(TransactWriteItem.builder().update(update(change)).build());
    }
    for (Change change : changes) {
      change
          .overbooking()
          .map(found -> DecidedEvents.overbooked(found, clock.instant()))
          .ifPresent(event -> items.add(OutboxItem.put(outbox, event)));
    }
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
                ":expiry", number(expiry),
                ":rank", number(change.rank().orElse(RoomRank.STANDARD).value())));
  }

  private Update.Builder change(Allotment seen, Change change) {
    int difference = change.units().count() - seen.allotted();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":units", number(change.units().count()));
    values.put(":seen", number(seen.allotted()));
    values.put(":difference", number(difference));
    values.put(":one", number(1));
    values.put(":now", text(clock.instant().toString()));
    String condition = AS_SEEN;
    if (change.overbooking().isPresent()) {
      condition += SAME_VERSION;
      values.put(":version", number(seen.version()));
    } else if (difference < 0) {
      condition += NOT_BELOW_SOLD;
      values.put(":taken_back", number(-difference));
    }
    String update = CHANGE;
    if (change.rank().isPresent()) {
      update += CHANGE_RANK;
      values.put(":rank", number(change.rank().get().value()));
    }
    return item(change.night())
        .conditionExpression(condition)
        .updateExpression(update)
        .expressionAttributeValues(values);
  }

  private Update.Builder item(RoomNight night) {
    return Update.builder().tableName(table).key(AllotmentItem.key(night, own));
  }
}
