package com.globalbooking.domain;

import java.util.Collection;
import java.util.Set;

/** What the audit database says happened in this Region. */
public interface AuditTrail {

  /**
   * Those of {@code eventIds} that the trail does not have; the event of a booking's version is
   * {@code bookingId~region~version}.
   *
   * @throws AuditUnavailableException when the database does not answer in time
   */
  Set<String> missing(Collection<String> eventIds);
}
