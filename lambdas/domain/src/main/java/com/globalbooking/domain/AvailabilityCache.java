package com.globalbooking.domain;

import java.util.List;

/**
 * The allotments of all Regions, ready to be read fast. It never replaces a newer version of an
 * allotment by an older one, in whatever order and how often it is told (invariant {@code
 * CacheFollows}).
 *
 * <p>Every method throws {@link CacheUnavailableException} when the cache does not answer in time;
 * what was asked for may then have happened, and may be repeated.
 */
public interface AvailabilityCache {

  /** Takes these allotments, each unless the cache knows the same or a newer version of it. */
  void put(List<Allotment> allotments);

  /** Forgets these allotments, each unless the cache knows a newer version of it. */
  void remove(List<Removal> removals);

  /**
   * Says that all allotments of all Regions for the property's nights in {@code range} have been
   * put: from now on a reader may trust the cache for them.
   */
  void markWhole(PropertyId property, DateRange range);

  /** What the cache holds of the property's nights in {@code range}. */
  Cached find(PropertyId property, DateRange range);

  /**
   * An allotment that no longer exists.
   *
   * @param version its last
   */
  record Removal(RoomNight night, Region owner, long version) {}

  /**
   * What was found.
   *
   * @param allotments in any order
   * @param whole whether these are all there are; otherwise the store must be asked
   */
  record Cached(List<Allotment> allotments, boolean whole) {
    public Cached {
      allotments = List.copyOf(allotments);
    }
  }
}
