package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.RoomNight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers who was told of what. */
public final class InMemoryEscalations implements Escalations {
  private final AllotmentReader allotments;
  private final Map<RoomNight, Allotment> remembered = new HashMap<>();
  private final Set<RoomNight> told = new HashSet<>();
  private final List<Overbooking> events = new ArrayList<>();

  public InMemoryEscalations(AllotmentReader allotments) {
    this.allotments = allotments;
  }

  /** The shortages that an event was written for, in order. */
  public synchronized List<Overbooking> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized State escalate(Escalation escalation) {
    Allotment seen = escalation.allotment();
    if (!allotments.read(List.of(seen.night()), List.of(seen.owner())).contains(seen)) {
      return State.OUTDATED;
    }
    Allotment before = remembered.get(seen.night());
    if (before == null
        || before.allotted() != seen.allotted()
        || before.overbooked() < seen.overbooked()) {
      remembered.put(seen.night(), seen);
      told.remove(seen.night());
      events.add(escalation.shortage());
      return State.UNTOLD;
    }
    return told.contains(seen.night()) ? State.TOLD : State.UNTOLD;
  }

  @Override
  public synchronized void told(Escalation escalation) {
    told.add(escalation.allotment().night());
  }

  @Override
  public synchronized void clear(RoomNight night) {
    remembered.remove(night);
    told.remove(night);
  }
}
