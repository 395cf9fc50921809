package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import java.util.Comparator;

/**
 * When and where an item was changed. Of two changes of an item the one with the greater stamp
 * wins, in every Region; the Region decides between changes of the same time.
 *
 * @param epochMicros microseconds since 1970
 */
record Stamp(long epochMicros, RegionName region) implements Comparable<Stamp> {
  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::epochMicros).thenComparing(Stamp::region);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  boolean isAfter(Stamp other) {
    return compareTo(other) > 0;
  }
}
