package com.globalbooking.domain;

import java.util.List;
import java.util.Optional;

/** Finds what a property has on sale, as this Region's copy shows it. */
public interface AvailabilityStore {

  /**
   * Allotments of every Region for the property's nights in {@code range}, in any order.
   *
   * @param room only this one, when given
   * @throws StoreBusyException when the store does not answer in time
   */
  List<Allotment> find(PropertyId property, DateRange range, Optional<RoomId> room);

  /**
   * Whether the property has anything on sale on any day.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  boolean knows(PropertyId property);
}
