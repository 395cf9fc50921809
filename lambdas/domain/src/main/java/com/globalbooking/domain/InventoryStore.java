package com.globalbooking.domain;

import java.util.List;
import java.util.Optional;

/** Sets the allotments of this Region. */
public interface InventoryStore extends AllotmentReader {
  /** The most that one {@link #write} takes, as {@link Change#weight} counts. */
  int MAX_WEIGHT = 100;

  /**
   * Makes all of these changes, or none: a night's new figure is set, and its available units move
   * by the same difference, if the night still is allotted what the change saw. A change that
   * leaves a night overbooked also records the event that tells of it, in the same step.
   *
   * @param changes of different nights, together of at most {@value #MAX_WEIGHT}
   */
  Written write(List<Change> changes);

  /**
   * One night's new figure.
   *
   * @param seen the allotment as it was read; empty when there was none
   * @param rank of the room from now on; empty: as it was
   * @param acceptOverbooking whether units that are sold may be taken away
   */
  record Change(
      RoomNight night,
      Optional<Allotment> seen,
      AllottedUnits units,
      Optional<RoomRank> rank,
      boolean acceptOverbooking) {

    /** A change of units that takes away none that are sold. */
    public Change(RoomNight night, Optional<Allotment> seen, AllottedUnits units) {
      this(night, seen, units, Optional.empty(), false);
    }

    /** What the night will be short of, if it may; then it must not have changed since. */
    public Optional<Overbooking> overbooking() {
      return seen.filter(_ -> acceptOverbooking)
          .map(now -> now.allotting(units, rank.orElse(now.rank())))
          .flatMap(Overbooking::of);
    }

    /** What it counts in one {@link #write}. */
    public int weight() {
      return overbooking().isPresent() ? 2 : 1;
    }
  }

  /** How {@link #write} ended. */
  enum Written {
    DONE,
    /** A night is not as it was seen, or too much of it is sold by now: nothing changed. */
    OUTDATED,
    /** Others were changing the same nights, or no answer came: it may have happened. */
    UNDECIDED
  }
}
