package com.globalbooking.domain;

import com.globalbooking.domain.RepairStore.Changed;
import com.globalbooking.domain.RepairStore.TwinCancellation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Cancels this Region's copy of a booking that another Region had confirmed before. Which copy must
 * go is worked out anew from the copies: a report is only the reason to look.
 */
public final class CancellingTwin {

  /** How it ended. */
  public sealed interface Outcome {
    /** The copy is cancelled and its units are given back. */
    record Cancelled(Booking booking) implements Outcome {}

    /** This Region's copy stays, is cancelled already, or the other one is not live. */
    record NothingToDo() implements Outcome {}

    /** The copy to be cancelled is another Region's: it alone may write it. */
    record NotOurs(Region decidedBy) implements Outcome {}

    /** Not done within the time budget; repeating is safe. */
    record Unfinished() implements Outcome {}
  }

  private final Region own;
  private final BookingReader bookings;
  private final AllotmentReader allotments;
  private final RepairStore store;
  private final JitteredRetry retry;
  private final Clock clock;

  public CancellingTwin(
      Region own,
      BookingReader bookings,
      AllotmentReader allotments,
      RepairStore store,
      JitteredRetry retry,
      Clock clock) {
    this.own = own;
    this.bookings = bookings;
    this.allotments = allotments;
    this.store = store;
    this.retry = retry;
    this.clock = clock;
  }

  /** Cancels this Region's copy if it must go. */
  public Outcome cancel(Twins reported) {
    if (!reported.decidingRegion().equals(own)) {
      return new Outcome.NotOurs(reported.decidingRegion());
    }
    return retry
        .<Optional<Outcome>>until(Optional::isPresent, () -> attempt(reported.booking()))
        .orElseGet(Outcome.Unfinished::new);
  }

  private Optional<Outcome> attempt(BookingId id) {
    try {
      List<Booking> copies = bookings.find(id);
      if (Twins.losing(copies, own).isEmpty()) {
        return Optional.of(new Outcome.NothingToDo());
      }
      Booking loser =
          copies.stream().filter(copy -> copy.decidedBy().equals(own)).findFirst().orElseThrow();
      List<Allotment> held = allotments.read(loser.nights(), List.of(own));
      Changed changed = store.cancel(new TwinCancellation(loser, held, clock.instant()));
      return changed == Changed.DONE
          ? Optional.of(new Outcome.Cancelled(loser.cancelled()))
          : Optional.empty();
    } catch (StoreBusyException e) {
      return Optional.empty();
    }
  }
}
