package com.globalbooking.domain.fake;

import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.AuditUnavailableException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** An audit trail that can be down. */
public final class InMemoryAudit implements AuditTrail {
  private final Set<String> events = new HashSet<>();
  private boolean up = true;

  /** From now on it does not answer, or does again. */
  public synchronized void setUp(boolean up) {
    this.up = up;
  }

  public synchronized void add(String eventId) {
    events.add(eventId);
  }

  public synchronized void lose(String eventId) {
    events.remove(eventId);
  }

  @Override
  public synchronized Set<String> missing(Collection<String> eventIds) {
    if (!up) {
      throw new AuditUnavailableException("The audit database is down", new IOException("down"));
    }
    Set<String> missing = new HashSet<>(eventIds);
    missing.removeAll(events);
    return missing;
  }
}
