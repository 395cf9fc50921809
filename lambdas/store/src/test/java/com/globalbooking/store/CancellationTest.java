package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.store.Values.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What the engine in our tests cannot be made to answer. Items: two ids, three nights, an event.
 */
class CancellationTest {
  private static final Booking BOOKING = booking("bk-1", THREE_NIGHTS, 2);
  private static final CancellationReason NONE = reason("None", Map.of());
  private static final CancellationReason CONFLICT = reason("TransactionConflict", Map.of());
  private static final CancellationReason MISSING = reason("ConditionalCheckFailed", Map.of());

  @Test
  void aUsedIdComesBeforeASoldOutNight() {
    Booking theirs = booking("bk-1", THERE, THREE_NIGHTS, 2);
    CancellationReason used = reason("ConditionalCheckFailed", BookingItem.write(theirs));

    assertThat(meaning(NONE, used, night(0, 7), NONE, NONE, NONE))
        .isEqualTo(new Attempt.AlreadyBooked(theirs));
  }

  @Test
  void whileSomebodyWritesTheIdNobodyKnowsWhetherThisIsAReplay() {
    assertThat(meaning(CONFLICT, NONE, night(0, 7), NONE, NONE, NONE))
        .isEqualTo(new Attempt.Undecided());
  }

  @Test
  void aSoldOutNightIsARefusalThoughAnotherNightIsContended() {
    assertThat(meaning(NONE, NONE, CONFLICT, night(1, 7), MISSING, NONE))
        .isEqualTo(
            new Attempt.Refused(
                List.of(
                    new Refusal.TooFew(FIRST.plusDays(1), 1),
                    new Refusal.NoAllotment(FIRST.plusDays(2)))));
  }

  @Test
  void aNightWithEnoughUnitsHasAnotherVersion() {
    assertThat(meaning(NONE, NONE, night(2, 7), NONE, NONE, NONE))
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.OtherVersion(FIRST, 7))));
  }

  @Test
  void contentionAndThrottlingPass() {
    for (String code :
        List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")) {
      assertThat(meaning(NONE, NONE, NONE, reason(code, Map.of()), NONE, NONE))
          .isEqualTo(new Attempt.Undecided());
    }
  }

  @Test
  void anythingElseIsAFault() {
    assertThatThrownBy(
            () -> meaning(NONE, NONE, reason("ValidationError", Map.of()), NONE, NONE, NONE))
        .isInstanceOf(TransactionCanceledException.class);
  }

  private static Attempt meaning(CancellationReason... reasons) {
    return new Cancellation(
            TransactionCanceledException.builder().cancellationReasons(reasons).build(), 2, 3)
        .meaning(BOOKING);
  }

  private static CancellationReason night(int available, long version) {
    return reason(
        "ConditionalCheckFailed",
        Map.of("available_units", number(available), "version", number(version)));
  }

  private static CancellationReason reason(String code, Map<String, AttributeValue> item) {
    return CancellationReason.builder().code(code).item(item).build();
  }
}
