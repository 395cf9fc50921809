package com.globalbooking.domain.reconciliation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityCache.Cached;
import com.globalbooking.domain.AvailabilityCache.Removal;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.reconciliation.Drift.OfCache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cache against the table. It is healed from a fresh read by the cache's own means, which never
 * replace a newer version; an entry that claims to be newer than the table is reported, but not
 * touched.
 */
final class CacheCheck implements Check {
  private final DeployedRegions regions;
  private final AvailabilityCache cache;
  private final AllotmentReader allotments;

  CacheCheck(DeployedRegions regions, AvailabilityCache cache, AllotmentReader allotments) {
    this.regions = regions;
    this.cache = cache;
    this.allotments = allotments;
  }

  private record Entry(RoomNight night, Region owner) {
    static Entry of(Allotment allotment) {
      return new Entry(allotment.night(), allotment.owner());
    }
  }

  @Override
  public String name() {
    return "cache";
  }

  /** What differs. Nights without any difference are whole in the cache from then on. */
  @Override
  public List<Drift> suspects(Slice slice) {
    Cached cached = cache.find(slice.property(), slice.range());
    Map<Entry, Allotment> there = byEntry(cached.allotments());
    Map<Entry, Allotment> here = byEntry(slice.allotments());
    Set<Entry> entries = new HashSet<>(here.keySet());
    entries.addAll(there.keySet());
    var suspects = new ArrayList<Drift>();
    Set<LocalDate> doubtful = new HashSet<>();
    for (Entry entry : entries) {
      Optional<Allotment> now = Optional.ofNullable(here.get(entry));
      Optional<Allotment> cachedNow = Optional.ofNullable(there.get(entry));
      if (!now.equals(cachedNow)) {
        long version = now.or(() -> cachedNow).map(Allotment::version).orElseThrow();
        suspects.add(new OfCache(entry.night(), entry.owner(), version));
        doubtful.add(entry.night().date());
      }
    }
    if (!cached.whole()) {
      markWhole(slice, doubtful);
    }
    return suspects;
  }

  private void markWhole(Slice slice, Set<LocalDate> doubtful) {
    LocalDate from = slice.range().from();
    for (LocalDate night = from; !night.isAfter(slice.range().to()); night = night.plusDays(1)) {
      if (doubtful.contains(night)) {
        mark(slice, from, night.minusDays(1));
        from = night.plusDays(1);
      }
    }
    mark(slice, from, slice.range().to());
  }

  private void mark(Slice slice, LocalDate from, LocalDate to) {
    if (!to.isBefore(from)) {
      cache.markWhole(slice.property(), new DateRange(from, to));
    }
  }

  /** What became of a suspect. */
  enum Verdict {
    FINE,
    HEALED,
    /** It differs, and the cache's own means cannot change that. */
    STAYS
  }

  /**
   * Looks again, and heals what still differs. Being behind what the table has just got is no
   * drift; being behind what it had at the first look is.
   */
  Verdict heal(OfCache suspect) {
    RoomNight night = suspect.night();
    var entry = new Entry(night, suspect.owner());
    // The cache first: then it may be behind the table, but not ahead of it.
    Optional<Allotment> cached = cached(entry);
    Optional<Allotment> now =
        Optional.ofNullable(byEntry(allotments.read(List.of(night), regions.all())).get(entry));
    return now.map(allotment -> heal(suspect, entry, cached, allotment))
        .orElseGet(() -> remove(suspect, cached));
  }

  private Verdict heal(OfCache suspect, Entry entry, Optional<Allotment> cached, Allotment now) {
    long version = cached.map(Allotment::version).orElse(-1L);
    if (version > now.version()) {
      return Verdict.STAYS;
    }
    if (version == now.version()) {
      return cached.equals(Optional.of(now)) ? Verdict.FINE : Verdict.STAYS;
    }
    if (version >= suspect.version()) {
      return Verdict.FINE;
    }
    cache.put(List.of(now));
    return cached(entry).filter(healed -> healed.version() >= now.version()).isPresent()
        ? Verdict.HEALED
        : Verdict.STAYS;
  }

  private Verdict remove(OfCache suspect, Optional<Allotment> cached) {
    if (cached.filter(entry -> entry.version() == suspect.version()).isEmpty()) {
      return Verdict.FINE;
    }
    cache.remove(List.of(new Removal(suspect.night(), suspect.owner(), suspect.version())));
    return Verdict.HEALED;
  }

  private Optional<Allotment> cached(Entry entry) {
    LocalDate date = entry.night().date();
    Cached found = cache.find(entry.night().room().property(), new DateRange(date, date));
    return Optional.ofNullable(byEntry(found.allotments()).get(entry));
  }

  private static Map<Entry, Allotment> byEntry(List<Allotment> allotments) {
    return allotments.stream().collect(toMap(Entry::of, identity(), (a, _) -> a));
  }
}
