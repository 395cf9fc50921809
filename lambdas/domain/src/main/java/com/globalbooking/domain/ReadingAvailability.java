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

/** Answers what a property has free. */
public final class ReadingAvailability {
  /** The most nights that one request may span. */
  public static final int MAX_NIGHTS = 62;

  private final AvailabilityStore store;

  public ReadingAvailability(AvailabilityStore store) {
    this.store = store;
  }

  /**
   * What is free, ordered by room, night and Region; empty when the property is unknown. A property
   * that has nothing on sale in {@code range} gives an availability without rooms.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  public Optional<Availability> read(PropertyId property, DateRange range, Optional<RoomId> room) {
    List<Allotment> found = store.find(property, range, room);
    if (found.isEmpty() && !store.knows(property)) {
      return Optional.empty();
    }
    var rooms =
        found.stream()
            .collect(groupingBy(a -> a.night().room().id().value(), TreeMap::new, toSortedList()));
    return Optional.of(
        new Availability(
            rooms.entrySet().stream()
                .map(e -> room(new RoomId(e.getKey()), e.getValue()))
                .toList()));
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
