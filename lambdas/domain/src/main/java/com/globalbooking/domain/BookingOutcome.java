package com.globalbooking.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalInt;

/** How a request to book ended. Refusals are values; only faults are thrown. */
public sealed interface BookingOutcome {

  /**
   * The booking stands.
   *
   * @param remaining units the deciding Region still has for the scarcest night; empty when they
   *     could not be read
   * @param replayed the key had been used for this very request before
   */
  record Confirmed(Booking booking, OptionalInt remaining, boolean replayed)
      implements BookingOutcome {}

  /**
   * No Region has enough units for every night.
   *
   * @param night the first night that fails
   * @param available the most that any one Region has for it
   */
  record SoldOut(LocalDate night, int available, Units requested) implements BookingOutcome {}

  /** The allotment changed since the guest saw it. */
  record VersionConflict(LocalDate night, long expected, long actual) implements BookingOutcome {}

  /** No hotel put this room on sale for {@code night}. */
  record NotOnSale(LocalDate night) implements BookingOutcome {}

  /** The idempotency key stands for a different request. */
  record KeyReused() implements BookingOutcome {}

  /** Not decided within the time budget; repeating the request with its key is safe. */
  record Busy(Duration retryAfter) implements BookingOutcome {}

  /** Another Region's allotment seems to cover the stay: that Region must be asked. */
  record OwnedBy(Region region) implements BookingOutcome {}
}
