package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.reconciliation.Drift.OfAudit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The audit trail against every version that a booking of this Region has had. */
final class AuditCheck implements Check {
  /** How many events one question names. */
  private static final int PIECE = 500;

  private final Region own;
  private final AuditTrail trail;

  AuditCheck(Region own, AuditTrail trail) {
    this.own = own;
    this.trail = trail;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public List<Drift> suspects(Slice slice) {
    Map<String, Drift> events = new LinkedHashMap<>();
    for (Booking booking : slice.bookings()) {
      for (long version = 1; version <= booking.version(); version++) {
        events.put(
            eventId(booking.id(), version), new OfAudit(slice.property(), booking.id(), version));
      }
    }
    List<String> ids = List.copyOf(events.keySet());
    var suspects = new ArrayList<Drift>();
    for (int from = 0; from < ids.size(); from += PIECE) {
      Set<String> missing = trail.missing(ids.subList(from, Math.min(from + PIECE, ids.size())));
      events.forEach(
          (id, drift) -> {
            if (missing.contains(id)) {
              suspects.add(drift);
            }
          });
    }
    return suspects;
  }

  /** Whether the event has still not arrived. */
  boolean stillMissing(OfAudit suspect) {
    return !trail.missing(List.of(eventId(suspect.booking(), suspect.version()))).isEmpty();
  }

  private String eventId(BookingId booking, long version) {
    return booking + "~" + own + "~" + version;
  }
}
