package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cache that can go down and lose what it holds. */
public final class InMemoryAvailabilityCache implements AvailabilityCache {
  private final Map<Key, Entry> entries = new HashMap<>();
  private final Set<Night> whole = new HashSet<>();
  private boolean up = true;

  private record Key(RoomNight night, Region owner) {}

  /** The last that was told; without an allotment it was removed. */
  private record Entry(long version, Optional<Allotment> allotment) {}

  private record Night(PropertyId property, LocalDate date) {}

  /** From now on it does not answer, or does again. */
  public synchronized void setUp(boolean up) {
    this.up = up;
  }

  /** Loses everything, as by a restart. */
  public synchronized void lose() {
    entries.clear();
    whole.clear();
  }

  @Override
  public synchronized void put(List<Allotment> allotments) {
    checkUp();
    for (Allotment allotment : allotments) {
      var key = new Key(allotment.night(), allotment.owner());
      Entry known = entries.get(key);
      if (known == null || known.version() < allotment.version()) {
        entries.put(key, new Entry(allotment.version(), Optional.of(allotment)));
      }
    }
  }

  @Override
  public synchronized void remove(List<Removal> removals) {
    checkUp();
    for (Removal removal : removals) {
      var key = new Key(removal.night(), removal.owner());
      Entry known = entries.get(key);
      if (known == null || known.version() <= removal.version()) {
        entries.put(key, new Entry(removal.version(), Optional.empty()));
      }
    }
  }

  @Override
  public synchronized void markWhole(PropertyId property, DateRange range) {
    checkUp();
    range.nights().forEach(date -> whole.add(new Night(property, date)));
  }

  @Override
  public synchronized Cached find(PropertyId property, DateRange range) {
    checkUp();
    Set<LocalDate> dates = Set.copyOf(range.nights());
    List<Allotment> found =
        entries.values().stream()
            .flatMap(entry -> entry.allotment().stream())
            .filter(a -> a.night().room().property().equals(property))
            .filter(a -> dates.contains(a.night().date()))
            .toList();
    return new Cached(
        found, dates.stream().allMatch(date -> whole.contains(new Night(property, date))));
  }

  private void checkUp() {
    if (!up) {
      throw new CacheUnavailableException("The cache is down");
    }
  }
}
