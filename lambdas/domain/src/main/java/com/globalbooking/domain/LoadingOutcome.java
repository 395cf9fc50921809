package com.globalbooking.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How setting an allotment ended. */
public sealed interface LoadingOutcome {

  /**
   * Every night is as asked.
   *
   * @param overbooked nights on which more was sold than is left, by date
   */
  record Loaded(Region owner, int nightsChanged, int nightsUnchanged, List<Overbooked> overbooked)
      implements LoadingOutcome {
    public Loaded {
      overbooked = List.copyOf(overbooked);
    }

    /** Units of a night that are sold beyond the allotment: guests are being moved. */
    public record Overbooked(LocalDate date, int shortUnits) {}
  }

  /**
   * On these nights more is sold than was asked for.
   *
   * @param nightsChanged zero, unless those sales happened while a range of more than {@value
   *     InventoryStore#MAX_WEIGHT} nights was being written
   */
  record BelowSold(List<Night> nights, int nightsChanged) implements LoadingOutcome {
    public BelowSold {
      nights = List.copyOf(nights);
    }

    /** What stands in the way of one night. */
    public record Night(LocalDate date, int sold, AllottedUnits requested) {}
  }

  /** Not done within the time budget; repeating the request is safe. */
  record Busy(Duration retryAfter) implements LoadingOutcome {}

  /** The allotment is another Region's, which alone may write it. */
  record OwnedBy(Region region) implements LoadingOutcome {}

  /** No such Region sells. */
  record UnknownRegion(Region region) implements LoadingOutcome {}
}
