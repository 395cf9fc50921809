package com.globalbooking.store;

import static com.globalbooking.store.MutantsIT.failedTestsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Takes away, one at a time, what repairs rest on, and runs the very contract that the real store
 * keeps: the tests named here must fail.
 */
class RepairMutantsIT {

  @Test
  void theRealStoreKeepsTheContract() {
    assertThat(failedTestsOf(DynamoDbRepairStoreIT.class)).isEmpty();
  }

  @Test
  void withoutTheBookingsVersionOneBookingMovesThoughItChanged() {
    assertThat(failedTestsOf(WithoutBookingCondition.class))
        .contains("movesNothingWhenTheBookingIsNotAsItWasSeen");
  }

  @Test
  void withoutTheAvailabilityConditionTheNewRoomIsOversold() {
    assertThat(failedTestsOf(WithoutAvailabilityCondition.class))
        .contains("takesNothingWhenOneNightOfTheNewRoomHasTooFewUnits");
  }

  @Test
  void withoutTheNightsVersionAMoveRestsOnWhatIsNoLongerSo() {
    assertThat(failedTestsOf(WithoutNightVersion.class))
        .contains("movesNothingWhenANightOfEitherRoomHasChangedSince");
  }

  @Test
  void withTheReturnForgottenUnitsGetLost() {
    assertThat(failedTestsOf(GivingNothingBack.class))
        .contains(
            "movesAWholeStayGivesBackItsOldNightsAndTakesTheNewOnes",
            "cancelsATwinOnceAndGivesItsUnitsBackThoughOthersSoldMeanwhile");
  }

  /** Moves the booking whatever became of it. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutBookingCondition extends DynamoDbRepairStoreIT {
    WithoutBookingCondition(DynamoDbClient client) {
      super(client);
    }

    @Override
    RepairTransaction transaction(TableNames names) {
      return new RepairTransaction(names) {
        @Override
        Update.Builder movedBooking(Booking seen, Booking moved) {
          Map<String, AttributeValue> values =
              Map.of(
                  ":one", Values.number(1),
                  ":to", Values.text(moved.room().id().value()),
                  ":moved", Values.text(moved.status().name()));
          return super.movedBooking(seen, moved)
              .conditionExpression("attribute_exists(booking_id)")
              .expressionAttributeNames(Map.of("#status", "status"))
              .expressionAttributeValues(values);
        }
      };
    }
  }

  /** Takes units of the new room whether or not they are there. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutAvailabilityCondition extends DynamoDbRepairStoreIT {
    WithoutAvailabilityCondition(DynamoDbClient client) {
      super(client);
    }

    @Override
    RepairTransaction transaction(TableNames names) {
      return new RepairTransaction(names) {
        @Override
        Update.Builder takes(Allotment seen, Booking booking, Instant at) {
          return super.takes(seen, booking, at).conditionExpression("version = :version");
        }
      };
    }
  }

  /** Takes units of the new room at whatever version. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutNightVersion extends DynamoDbRepairStoreIT {
    WithoutNightVersion(DynamoDbClient client) {
      super(client);
    }

    @Override
    RepairTransaction transaction(TableNames names) {
      return new RepairTransaction(names) {
        @Override
        Update.Builder takes(Allotment seen, Booking booking, Instant at) {
          var values =
              Map.of(
                  ":units", Values.number(booking.units().count()),
                  ":one", Values.number(1),
                  ":now", Values.text(at.toString()));
          return super.takes(seen, booking, at)
              .conditionExpression("available_units >= :units")
              .expressionAttributeValues(values);
        }
      };
    }
  }

  /** Keeps the units of the nights that the booking leaves. */
  @ExtendWith(DynamoDbLocal.class)
  static class GivingNothingBack extends DynamoDbRepairStoreIT {
    GivingNothingBack(DynamoDbClient client) {
      super(client);
    }

    @Override
    RepairTransaction transaction(TableNames names) {
      return new RepairTransaction(names) {
        @Override
        void givesBack(
            List<TransactWriteItem> items,
            Allotment seen,
            Booking booking,
            String when,
            Instant at) {}
      };
    }
  }
}
