package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.night;
import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.AllottedUnits;
import com.globalbooking.domain.InventoryStore.Change;
import com.globalbooking.domain.RoomRank;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Pins each conditional write whole: a condition that changes is a promise that changes. */
class InventoryExpressionsTest {
  private final DynamoDbInventoryStore store =
      new DynamoDbInventoryStore(
          unreachable(),
          "inventory",
          "outbox",
          (_, _) -> List.of(),
          HERE,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void createsANightOnlyWhereThereIsNone() {
    Update create = store.update(new Change(night(0), Optional.empty(), new AllottedUnits(5)));

    assertThat(create.key())
        .isEqualTo(
            Map.of(
                "booking_key", text("lisbon-01#double#2026-12-24"),
                "owner_region", text("us-west-2")));
    assertThat(create.conditionExpression()).isEqualTo("attribute_not_exists(booking_key)");
    assertThat(create.updateExpression())
        .isEqualTo(
            "SET property_id = :property, room_id = :room, stay_date = :date,"
                + " allotted_units = :units, available_units = :units, reserved_units = :zero,"
                + " version = :one, created_at = :now, updated_at = :now, expiry_time = :expiry,"
                + " room_rank = :rank");
    long ninetyDaysLater = LocalDate.of(2027, 3, 24).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    assertThat(create.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":property", text("lisbon-01"),
                ":room", text("double"),
                ":date", text("2026-12-24"),
                ":units", number(5),
                ":zero", number(0),
                ":one", number(1),
                ":now", text("2026-11-20T12:00:00Z"),
                ":expiry", number(ninetyDaysLater),
                ":rank", number(50)));
  }

  @Test
  void lowersANightOnlyAsSeenAndNotBelowWhatIsSold() {
    Update change = change(14);

    assertThat(change.conditionExpression())
        .isEqualTo("allotted_units = :seen AND available_units >= :taken_back");
    assertThat(change.updateExpression())
        .isEqualTo(
            "SET allotted_units = :units, available_units = available_units + :difference,"
                + " version = version + :one, updated_at = :now");
    assertThat(change.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":units", number(14),
                ":seen", number(20),
                ":difference", number(-6),
                ":taken_back", number(6),
                ":one", number(1),
                ":now", text("2026-11-20T12:00:00Z")));
  }

  @Test
  void raisesANightByTheDifferenceThoughItIsOverbooked() {
    Update change = change(25);

    assertThat(change.conditionExpression()).isEqualTo("allotted_units = :seen");
    assertThat(change.expressionAttributeValues())
        .containsEntry(":difference", number(5))
        .doesNotContainKey(":taken_back");
  }

  @Test
  void takesAwaySoldUnitsOnlyAtTheVersionThatItsEventTellsOf() {
    Update change =
        store.update(
            new Change(
                night(0),
                Optional.of(allotment(0, 6)),
                new AllottedUnits(10),
                Optional.of(new RoomRank(70)),
                true));

    assertThat(change.conditionExpression())
        .isEqualTo("allotted_units = :seen AND version = :version");
    assertThat(change.updateExpression())
        .isEqualTo(
            "SET allotted_units = :units, available_units = available_units + :difference,"
                + " version = version + :one, updated_at = :now, room_rank = :rank");
    assertThat(change.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":units", number(10),
                ":seen", number(20),
                ":version", number(7),
                ":difference", number(-10),
                ":rank", number(70),
                ":one", number(1),
                ":now", text("2026-11-20T12:00:00Z")));
  }

  private Update change(int units) {
    return store.update(
        new Change(night(0), Optional.of(allotment(0, 6)), new AllottedUnits(units)));
  }

  private static DynamoDbClient unreachable() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:9"))
        .region(Region.US_WEST_2)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }
}
