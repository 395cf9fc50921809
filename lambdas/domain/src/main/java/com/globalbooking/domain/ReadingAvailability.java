package com.globalbooking.domain;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * Answers what a property has free: from the cache when it holds all of it, otherwise from the
 * store. The cache only ever makes an answer faster, never impossible.
 */
public final class ReadingAvailability {
  /** The most nights that one request may span. */
  public static final int MAX_NIGHTS = 62;

  private final AvailabilityCache cache;
  private final AvailabilityStore store;

  /** What answered. */
  public enum Source {
    CACHE,
    TABLE
  }

  /**
   * What is free and who said so.
   *
   * @param availability ordered by room, night and Region; empty when the property is unknown. A
   *     property that has nothing on sale in the range gives an availability without rooms
   */
  public record Answer(Optional<Availability> availability, Source source) {}

  /** Allotments of a property, before anyone asked for one room. */
  private record Found(List<Allotment> allotments, boolean known, Source source) {}

  public ReadingAvailability(AvailabilityCache cache, AvailabilityStore store) {
    this.cache = cache;
    this.store = store;
  }

  /**
   * What is free.
   *
   * @throws StoreBusyException when the store must be asked and does not answer in time
   */
  public Answer read(PropertyId property, DateRange range, Optional<RoomId> room) {
    Found found = find(property, range, room);
    if (!found.known() && !store.knows(property)) {
      return new Answer(Optional.empty(), found.source());
    }
    var rooms =
        found.allotments().stream()
            .filter(a -> room.isEmpty() || room.get().equals(a.night().room().id()))
            .collect(groupingBy(a -> a.night().room().id().value(), TreeMap::new, toSortedList()));
    return new Answer(
        Optional.of(
            new Availability(
                rooms.entrySet().stream()
                    .map(e -> room(new RoomId(e.getKey()), e.getValue()))
                    .toList())),
        found.source());
  }

  private Found find(PropertyId property, DateRange range, Optional<RoomId> room) {
    boolean cacheAnswers;
    try {
      AvailabilityCache.Cached cached = cache.find(property, range);
      if (cached.whole()) {
        return found(cached.allotments(), Source.CACHE);
      }
      cacheAnswers = true;
    } catch (CacheUnavailableException e) {
      cacheAnswers = false;
    }
    List<Allotment> stored = store.find(property, range, room);
    if (cacheAnswers && room.isEmpty() && !stored.isEmpty()) {
      fill(property, range, stored);
    }
    return found(stored, Source.TABLE);
  }

  private static Found found(List<Allotment> allotments, Source source) {
    return new Found(allotments, !allotments.isEmpty(), source);
  }

  /**
   * Gives the cache what it lacked. It keeps what is newer than a store that may lag; and of a
   * property without allotments nothing is kept, or anyone could fill the cache with names.
   */
  private void fill(PropertyId property, DateRange range, List<Allotment> stored) {
    try {
      cache.put(stored);
      cache.markWhole(property, range);
    } catch (CacheUnavailableException e) {
      // The next one who asks fills it.
    }
  }

  private static Availability.RoomAvailability room(RoomId id, List<Allotment> allotments) {
    TreeMap<LocalDate, List<Allotment>> nights =
        allotments.stream()
            .collect(groupingBy(a -> a.night().date(), TreeMap::new, toSortedList()));
    return new Availability.RoomAvailability(
        id,
        nights.entrySet().stream()
            .map(e -> new Availability.Night(e.getKey(), e.getValue()))
            .toList());
  }

  private static Collector<Allotment, ?, List<Allotment>> toSortedList() {
    return collectingAndThen(
        toList(), list -> list.stream().sorted(comparing(a -> a.owner().code())).toList());
  }
}
