package com.globalbooking.domain.fake;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.Circuit;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.SyncState;
import com.globalbooking.domain.pms.SyncStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the control table keeps about PMSs. */
public final class InMemoryPmsControl implements CircuitBreakers, PmsDirectory, SyncStatus {
  private final Map<PmsName, Circuit> circuits = new HashMap<>();
  private final Map<PropertyId, PmsName> properties = new HashMap<>();
  private final Map<String, SyncState> states = new HashMap<>();

  /** Connects a property. */
  public synchronized void connect(PropertyId property, PmsName pms) {
    properties.put(property, pms);
  }

  @Override
  public synchronized Circuit read(PmsName pms) {
    return circuits.getOrDefault(pms, Circuit.NEW);
  }

  @Override
  public synchronized boolean replace(PmsName pms, Circuit seen, Circuit next) {
    if (read(pms).version() != seen.version()) {
      return false;
    }
    circuits.put(pms, next);
    return true;
  }

  @Override
  public synchronized Optional<PmsName> of(PropertyId property) {
    return Optional.ofNullable(properties.get(property));
  }

  @Override
  public synchronized SyncState read(OfBooking event) {
    return states.getOrDefault(event.eventId(), new SyncState.NotYet());
  }

  @Override
  public synchronized void taken(OfBooking event, int attempts) {
    if (!(read(event) instanceof SyncState.Taken)) {
      states.put(event.eventId(), new SyncState.Taken(attempts));
    }
  }

  @Override
  public synchronized void notTaken(OfBooking event, SyncState seen, SyncState next) {
    if (read(event).equals(seen) && !(seen instanceof SyncState.Taken)) {
      states.put(event.eventId(), next);
    }
  }
}
