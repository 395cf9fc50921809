package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.RepairStore.Move;
import com.globalbooking.domain.RepairStore.TwinCancellation;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.contract.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Pins the transactions whole: a condition that changes is a promise that changes. */
class RepairTransactionTest {
  private static final Booking BOOKING = booking("bk-1", ONE_NIGHT, 2);

  private final RepairTransaction transaction =
      new RepairTransaction(new TableNames("inventory", "bookings", "outbox"));
  private final List<TransactWriteItem> move =
      transaction.move(new Move(BOOKING, List.of(allotment(0, -2)), List.of(inSuite(0, 4)), NOW));

  @Test
  void movesTheBookingOnlyAsItWasSeenAndNotProtected() {
    Update update = move.getFirst().update();

    assertThat(update.key())
        .isEqualTo(Map.of("booking_id", text("bk-1"), "deciding_region", text("us-west-2")));
    assertThat(update.conditionExpression())
        .isEqualTo(
            "version = :version AND #status = :status AND room_id = :room"
                + " AND (attribute_not_exists(#protected) OR #protected = :false)");
    assertThat(update.updateExpression())
        .isEqualTo("SET room_id = :to, #status = :moved, version = version + :one");
    assertThat(update.expressionAttributeNames())
        .isEqualTo(Map.of("#status", "status", "#protected", "protected"));
    assertThat(update.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":version", number(1),
                ":status", text("CONFIRMED"),
                ":room", text("double"),
                ":to", text("suite"),
                ":moved", text("REASSIGNED"),
                ":one", number(1),
                ":false", AttributeValue.fromBool(false)));
  }

  @Test
  void givesTheOldNightBackAtTheVersionSeen() {
    Update update = move.get(1).update();

    assertThat(update.key().get("booking_key")).isEqualTo(text("lisbon-01#double#2026-12-24"));
    assertThat(update.conditionExpression()).isEqualTo("version = :version");
    assertThat(update.updateExpression())
        .isEqualTo(
            "SET available_units = available_units + :units, version = version + :one,"
                + " updated_at = :now");
    assertThat(update.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":units", number(2),
                ":version", number(7),
                ":one", number(1),
                ":now", text(NOW.toString())));
  }

  @Test
  void takesTheNewNightOnlyIfFreeAtTheVersionSeen() {
    Update update = move.get(2).update();

    assertThat(update.key().get("booking_key")).isEqualTo(text("lisbon-01#suite#2026-12-24"));
    assertThat(update.conditionExpression())
        .isEqualTo("available_units >= :units AND version = :version");
    assertThat(update.updateExpression()).isEqualTo(BookingTransaction.TAKE_UNITS);
  }

  @Test
  void writesTheEventWithAllThatTheHotelNeeds() {
    assertThat(move.getLast().put().item().get("payload"))
        .isEqualTo(
            text(
                """
                {"eventType":"BookingReassigned","schemaVersion":1,\
                "eventId":"bk-1~us-west-2~2","occurredAt":"2026-11-20T12:00:00Z",\
                "propertyId":"lisbon-01","bookingId":"bk-1","decidingRegion":"us-west-2",\
                "bookingVersion":2,"roomId":"suite","checkIn":"2026-12-24",\
                "checkOut":"2026-12-25","units":2,"previousRoomId":"double"}"""));
  }

  @Test
  void cancelsATwinOnlyAsItWasSeenAndGivesItsNightsBackAtAnyVersion() {
    List<TransactWriteItem> cancel =
        transaction.cancel(new TwinCancellation(BOOKING, List.of(allotment(0, 3)), NOW));

    assertThat(cancel.getFirst().update().conditionExpression())
        .isEqualTo("version = :version AND #status = :status AND room_id = :room");
    assertThat(cancel.getFirst().update().updateExpression())
        .isEqualTo("SET #status = :cancelled, version = version + :one");
    assertThat(cancel.get(1).update().conditionExpression())
        .isEqualTo("attribute_exists(booking_key)");
    assertThat(Values.text(cancel.getLast().put().item(), "payload"))
        .contains("\"reason\":\"TWIN\"");
  }

  @Test
  void theLongestStayFitsATransaction() {
    var stay = new Stay(Sample.FIRST, Sample.FIRST.plusDays(Stay.MAX_NIGHTS));
    List<Allotment> from =
        IntStream.range(0, Stay.MAX_NIGHTS).mapToObj(day -> allotment(day, 0)).toList();
    List<Allotment> into =
        IntStream.range(0, Stay.MAX_NIGHTS).mapToObj(day -> inSuite(day, 9)).toList();

    assertThat(transaction.move(new Move(booking("bk-1", stay, 1), from, into, NOW))).hasSize(62);
  }
}
