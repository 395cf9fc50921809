package com.globalbooking.store;

import com.globalbooking.contract.InventoryTable;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tells why a {@link BookingTransaction} was refused, from the items that came back with it. */
final class Cancellation {
  private static final String CONDITION = "ConditionalCheckFailed";
  private static final Set<String> TRANSIENT =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final TransactionCanceledException refusal;
  private final List<CancellationReason> ofIds;
  private final List<CancellationReason> ofNights;

  /**
   * @param ids how many of the items, from the first, were about the booking's id
   * @param nights how many, after them, were about nights
   */
  Cancellation(TransactionCanceledException refusal, int ids, int nights) {
    List<CancellationReason> reasons = refusal.cancellationReasons();
    this.refusal = refusal;
    this.ofIds = reasons.subList(0, Math.min(ids, reasons.size()));
    this.ofNights = reasons.subList(ofIds.size(), Math.min(ids + nights, reasons.size()));
  }

  /**
   * What the refusal means.
   *
   * @throws TransactionCanceledException if it is neither a refusal nor passes: a fault
   */
  Attempt meaning(Booking booking) {
    // The id comes first: a replay must find its booking though the nights be sold out by now.
    for (CancellationReason reason : ofIds) {
      if (failed(reason)) {
        return new Attempt.AlreadyBooked(BookingItem.read(reason.item()));
      }
    }
    // While somebody else writes this very id, nobody knows yet whether this is a replay.
    if (ofIds.stream().anyMatch(Cancellation::passes)) {
      return new Attempt.Undecided();
    }
    List<Refusal> nights = refusedNights(booking);
    if (!nights.isEmpty()) {
      return new Attempt.Refused(nights);
    }
    if (refusal.cancellationReasons().stream().anyMatch(Cancellation::passes)) {
      return new Attempt.Undecided();
    }
    throw refusal;
  }

  private List<Refusal> refusedNights(Booking booking) {
    var refused = new ArrayList<Refusal>();
    List<LocalDate> nights = booking.stay().nights();
    for (int i = 0; i < ofNights.size(); i++) {
      if (failed(ofNights.get(i))) {
        refused.add(refusal(nights.get(i), ofNights.get(i).item(), booking.units().count()));
      }
    }
    return refused;
  }

  private static Refusal refusal(
      LocalDate night, Map<String, AttributeValue> item, int unitsWanted) {
    if (item.isEmpty()) {
      return new Refusal.NoAllotment(night);
    }
    int available = Values.count(item, InventoryTable.AVAILABLE_UNITS);
    return available < unitsWanted
        ? new Refusal.TooFew(night, available)
        : new Refusal.OtherVersion(night, Values.number(item, InventoryTable.VERSION));
  }

  static boolean failed(CancellationReason reason) {
    return CONDITION.equals(reason.code());
  }

  static boolean passes(CancellationReason reason) {
    return reason.code() != null && TRANSIENT.contains(reason.code());
  }
}
