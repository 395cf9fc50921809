package com.globalbooking.domain;

import java.util.List;
import java.util.Optional;

/** Sets the allotments of this Region. */
public interface InventoryStore extends AllotmentReader {
  /** The most nights that one {@link #write} takes. */
  int MAX_NIGHTS = 100;

  /**
   * Makes all of these changes, or none: a night's new figure is set, and its available units move
   * by the same difference, if the night still is allotted what the change saw.
   *
   * @param changes of different nights, 1 to {@value #MAX_NIGHTS}
   */
  Written write(List<Change> changes);

  /**
   * One night's new figure.
   *
   * @param seen the allotment as it was read; empty when there was none
   */
  record Change(RoomNight night, Optional<Allotment> seen, AllottedUnits units) {}

  /** How {@link #write} ended. */
  enum Written {
    DONE,
    /** A night is not as it was seen, or too much of it is sold by now: nothing changed. */
    OUTDATED,
    /** Others were changing the same nights, or no answer came: it may have happened. */
    UNDECIDED
  }
}
