package com.globalbooking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.contract.Sample;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Takes away, one at a time, what the promises rest on, and runs the very contract that the real
 * store keeps: the tests named here must fail.
 */
class MutantsIT {

  @Test
  void theRealStoreKeepsTheContract() {
    assertThat(failedTestsOf(DynamoDbBookingStoreIT.class)).isEmpty();
  }

  @Test
  void withoutTheAvailabilityConditionNightsAreOversold() {
    assertThat(failedTestsOf(WithoutAvailabilityCondition.class))
        .contains(
            "neverSellsMoreUnitsThanAreAvailable",
            "takesNothingWhenOneNightOfTheStayIsSoldOut",
            "neverOversellsToManyAtOnceAndGivesEachStayAllItsNightsOrNone");
  }

  @Test
  void withoutTheIdConditionOneIdBooksTwice() {
    assertThat(failedTestsOf(WithoutIdCondition.class)).contains("booksOneIdOnce");
  }

  @Test
  void writtenOneByOneAStayGetsSomeOfItsNights() {
    assertThat(failedTestsOf(NightByNight.class))
        .contains("takesNothingWhenOneNightOfTheStayIsSoldOut");
  }

  static Set<String> failedTestsOf(Class<?> contract) {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contract))
            .execute()
            .testEvents();
    assertThat(events.started().count()).as("tests of %s", contract).isGreaterThan(5);
    return events.failed().stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }

  /** Takes units whether or not they are there. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutAvailabilityCondition extends DynamoDbBookingStoreIT {
    WithoutAvailabilityCondition(DynamoDbClient client) {
      super(client);
    }

    @Override
    BookingTransaction transaction(TableNames names) {
      return new BookingTransaction(names, Sample.REGIONS) {
        @Override
        Update.Builder night(Booking booking, LocalDate night, OptionalLong expectedVersion) {
          return super.night(booking, night, expectedVersion)
              .conditionExpression("attribute_exists(booking_key)");
        }
      };
    }
  }

  /** Writes the booking whether or not its id is used. */
  @ExtendWith(DynamoDbLocal.class)
  static class WithoutIdCondition extends DynamoDbBookingStoreIT {
    WithoutIdCondition(DynamoDbClient client) {
      super(client);
    }

    @Override
    BookingTransaction transaction(TableNames names) {
      return new BookingTransaction(names, Sample.REGIONS) {
        @Override
        Put.Builder booking(Booking booking) {
          return super.booking(booking)
              .conditionExpression(null)
              .returnValuesOnConditionCheckFailure((String) null);
        }
      };
    }
  }

  /** Writes each item in a transaction of its own, nights first, and stops at the first refusal. */
  @ExtendWith(DynamoDbLocal.class)
  static class NightByNight extends DynamoDbBookingStoreIT {
    NightByNight(DynamoDbClient client) {
      super(client);
    }

    @Override
    TransactionWriter writer(DynamoDbClient dynamoDb) {
      TransactionWriter real = TransactionWriter.on(dynamoDb);
      return items -> {
        for (int i = 0; i < items.size(); i++) {
          // The order of reasons is that of the items, the booking first.
          int now = (i + 1) % items.size();
          try {
            real.write(List.of(items.get(now)));
          } catch (TransactionCanceledException e) {
            throw refusalOf(items, now, e.cancellationReasons().getFirst());
          }
        }
      };
    }

    private static TransactionCanceledException refusalOf(
        List<TransactWriteItem> items, int refused, CancellationReason reason) {
      var reasons = new CancellationReason[items.size()];
      Arrays.fill(reasons, CancellationReason.builder().code("None").build());
      reasons[refused] = reason;
      return TransactionCanceledException.builder().cancellationReasons(reasons).build();
    }
  }
}
