package com.globalbooking.domain.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;

/** Tells one PMS of one event. What a PMS answers is not trusted: it never makes a fault. */
public interface PmsClient {
  /** Tells {@code pms}; the event id tells it a repetition from news. */
  Answer push(PmsName pms, OfBooking event);

  /** What came of it. */
  sealed interface Answer {
    /** The PMS has it. */
    record Taken() implements Answer {}

    /** The PMS had it already: an earlier attempt arrived after all. */
    record AlreadyTaken() implements Answer {}

    /** The PMS is down, busy, or said nothing that can be understood. */
    record TryAgain(String reason) implements Answer {}

    /** The PMS is up and will never take it. */
    record RefusedForGood(String reason) implements Answer {}
  }
}
