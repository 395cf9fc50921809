package com.globalbooking.local.pms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reservations of all properties of a PMS. An event counts once, and a booking never goes back
 * to an older version. Thread-safe.
 */
final class ReservationBook {
  private record Key(String propertyId, String bookingId, String decidingRegion) {}

  /** What became of a change. */
  enum Outcome {
    /** It counts from now on. */
    TAKEN,
    /** It had been taken before. */
    ALREADY_TAKEN,
    /** A newer version of the booking is known. */
    SUPERSEDED
  }

  private final Map<Key, Reservation> reservations = new HashMap<>();
  private final Set<String> events = new HashSet<>();

  synchronized Outcome take(ReservationChange change) {
    if (events.contains(change.eventId())) {
      return Outcome.ALREADY_TAKEN;
    }
    Reservation told = change.reservation();
    var key = new Key(told.propertyId(), told.bookingId(), told.decidingRegion());
    Reservation known = reservations.get(key);
    if (known != null && told.bookingVersion() <= known.bookingVersion()) {
      return told.bookingVersion() == known.bookingVersion()
          ? Outcome.ALREADY_TAKEN
          : Outcome.SUPERSEDED;
    }
    events.add(change.eventId());
    reservations.put(key, told);
    return Outcome.TAKEN;
  }

  /** What a property has in a range of nights, both ends included; cancelled ones too. */
  synchronized List<Reservation> of(String propertyId, LocalDate from, LocalDate to) {
    return reservations.values().stream()
        .filter(it -> it.propertyId().equals(propertyId) && it.touches(from, to))
        .sorted(BY_BOOKING)
        .toList();
  }

  synchronized List<Reservation> all() {
    return reservations.values().stream().sorted(BY_BOOKING).toList();
  }

  /** Makes a reservation what it is said to be, or forgets it: how a test plants a mismatch. */
  synchronized void plant(Reservation reservation) {
    reservations.put(
        new Key(reservation.propertyId(), reservation.bookingId(), reservation.decidingRegion()),
        reservation);
  }

  /** Forgets a booking, as if the hotel had never heard of it; false when it has not. */
  synchronized boolean forget(String bookingId) {
    return reservations.keySet().removeIf(key -> key.bookingId().equals(bookingId));
  }

  private static final Comparator<Reservation> BY_BOOKING =
      Comparator.comparing(Reservation::bookingId).thenComparing(Reservation::decidingRegion);
}
