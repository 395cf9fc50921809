package com.globalbooking.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A guest's wish, checked but not decided.
 *
 * @param key without one, repeating the request books again
 * @param expectedVersion of the allotment the guest saw; only for a stay of one night
 */
public record BookingRequest(
    Room room,
    Stay stay,
    Units units,
    GuestId guestId,
    Guest guest,
    Optional<IdempotencyKey> key,
    OptionalLong expectedVersion) {
  public BookingRequest {
    if (expectedVersion.isPresent() && !stay.isOneNight()) {
      throw new IllegalArgumentException("is possible for a stay of one night only");
    }
  }
}
