package com.globalbooking.domain.fake;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PmsStatements;
import com.globalbooking.domain.PmsUnavailableException;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PMS of all properties; it can be down. */
public final class InMemoryPms implements PmsStatements {
  private final Map<Key, Reservation> reservations = new HashMap<>();
  private boolean up = true;

  private record Key(PropertyId property, BookingId booking, Region decidedBy) {}

  /** From now on it does not answer, or does again. */
  public synchronized void setUp(boolean up) {
    this.up = up;
  }

  public synchronized void put(PropertyId property, Reservation reservation) {
    reservations.put(
        new Key(property, reservation.bookingId(), reservation.decidedBy()), reservation);
  }

  public synchronized void lose(PropertyId property, BookingId booking, Region decidedBy) {
    reservations.remove(new Key(property, booking, decidedBy));
  }

  @Override
  public synchronized Optional<List<Reservation>> reservations(
      PropertyId property, DateRange range) {
    if (!up) {
      throw new PmsUnavailableException("The PMS is down");
    }
    return Optional.of(
        reservations.entrySet().stream()
            .filter(entry -> entry.getKey().property().equals(property))
            .map(Map.Entry::getValue)
            .filter(r -> r.stay().nights().stream().anyMatch(range.nights()::contains))
            .toList());
  }
}
