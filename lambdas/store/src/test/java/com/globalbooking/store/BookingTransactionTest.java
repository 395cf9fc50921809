package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.BookingStore.Conditions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Pins the transaction whole: a condition that changes is a promise that changes. */
class BookingTransactionTest {
  private final BookingTransaction transaction =
      new BookingTransaction(new TableNames("inventory", "bookings", "outbox"), REGIONS);

  @Test
  void insertsTheBookingFirstThenChecksOtherRegionsThenTakesNightsThenWritesTheEvent() {
    List<TransactWriteItem> items =
        transaction.items(
            booking("bk-1", THREE_NIGHTS, 2), new Conditions(OptionalLong.empty(), true));

    assertThat(items.stream().map(BookingTransactionTest::kind))
        .containsExactly(
            "put bookings if attribute_not_exists(booking_id)",
            "check bookings eu-west-1 if attribute_not_exists(booking_id)",
            "update inventory lisbon-01#double#2026-12-24 us-west-2",
            "update inventory lisbon-01#double#2026-12-25 us-west-2",
            "update inventory lisbon-01#double#2026-12-26 us-west-2",
            "put outbox if null");
    assertThat(items.getFirst().put().returnValuesOnConditionCheckFailure())
        .isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    assertThat(items.get(1).conditionCheck().returnValuesOnConditionCheckFailure())
        .isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  @Test
  void takesUnitsOnlyIfEnoughAreAvailable() {
    Update night = night(OptionalLong.empty());

    assertThat(night.conditionExpression()).isEqualTo("available_units >= :units");
    assertThat(night.updateExpression())
        .isEqualTo(
            "SET available_units = available_units - :units, version = version + :one,"
                + " updated_at = :now");
    assertThat(night.expressionAttributeValues())
        .isEqualTo(Map.of(":units", number(2), ":one", number(1), ":now", text(NOW.toString())));
    assertThat(night.returnValuesOnConditionCheckFailure())
        .isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  @Test
  void takesUnitsOnlyAtTheExpectedVersionIfOneIsExpected() {
    Update night = night(OptionalLong.of(7));

    assertThat(night.conditionExpression())
        .isEqualTo("available_units >= :units AND version = :expected");
    assertThat(night.expressionAttributeValues()).containsEntry(":expected", number(7));
  }

  @Test
  void writesTheWholeBooking() {
    TransactWriteItem put =
        transaction
            .items(booking("bk-1", ONE_NIGHT, 2), new Conditions(OptionalLong.empty(), false))
            .getFirst();

    assertThat(put.put().item())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("booking_id", text("bk-1")),
                Map.entry("deciding_region", text("us-west-2")),
                Map.entry("property_id", text("lisbon-01")),
                Map.entry("room_id", text("double")),
                Map.entry("check_in", text("2026-12-24")),
                Map.entry("check_out", text("2026-12-25")),
                Map.entry("units", number(2)),
                Map.entry("guest_id", text("alice")),
                Map.entry("guest_name", text("Alice Example")),
                Map.entry("guest_email", text("alice@example.com")),
                Map.entry("status", text("CONFIRMED")),
                Map.entry("request_hash", text("0f2")),
                Map.entry("version", number(1)),
                Map.entry("created_at", text("2026-11-20T12:00:00Z"))));
  }

  @Test
  void writesAnEventWithoutGuestData() {
    TransactWriteItem put =
        transaction
            .items(booking("bk-1", ONE_NIGHT, 2), new Conditions(OptionalLong.empty(), false))
            .getLast();

    assertThat(put.put().item())
        .isEqualTo(
            Map.of(
                "outbox_id", text("bk-1~us-west-2~1"),
                "property_id", text("lisbon-01"),
                "event_type", text("BookingConfirmed"),
                "payload",
                    text(
                        """
                        {"eventType":"BookingConfirmed","schemaVersion":1,\
                        "eventId":"bk-1~us-west-2~1","occurredAt":"2026-11-20T12:00:00Z",\
                        "propertyId":"lisbon-01","bookingId":"bk-1",\
                        "decidingRegion":"us-west-2","bookingVersion":1,\
                        "roomId":"double","checkIn":"2026-12-24","checkOut":"2026-12-25",\
                        "units":2}"""),
                "created_at", text("2026-11-20T12:00:00Z"),
                "expiry_time", number(NOW.plusSeconds(7 * 24 * 3600).getEpochSecond())));
  }

  private Update night(OptionalLong expectedVersion) {
    return transaction
        .items(booking("bk-1", ONE_NIGHT, 2), new Conditions(expectedVersion, false))
        .get(1)
        .update();
  }

  private static String kind(TransactWriteItem item) {
    if (item.put() != null) {
      return "put " + item.put().tableName() + " if " + item.put().conditionExpression();
    }
    if (item.conditionCheck() != null) {
      return "check "
          + item.conditionCheck().tableName()
          + " "
          + Values.text(item.conditionCheck().key(), "deciding_region")
          + " if "
          + item.conditionCheck().conditionExpression();
    }
    return "update "
        + item.update().tableName()
        + " "
        + Values.text(item.update().key(), "booking_key")
        + " "
        + Values.text(item.update().key(), "owner_region");
  }
}
