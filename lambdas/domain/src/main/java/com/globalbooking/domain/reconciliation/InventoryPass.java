package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import java.util.List;
import java.util.Optional;

/** Goes over all allotments of a segment, property by property, and remembers where it stopped. */
public interface InventoryPass {

  /**
   * The next allotments of the segment; those of one property stand together.
   *
   * @param after where to go on; empty: from the beginning
   * @throws com.globalbooking.domain.StoreBusyException when the store does not answer in time
   */
  Page next(Segment segment, Optional<Position> after);

  /**
   * Where the last look stopped; empty when the pass is to begin.
   *
   * @throws com.globalbooking.domain.StoreBusyException when the store does not answer in time
   */
  Optional<Position> bookmark(Segment segment);

  /**
   * Remembers where to go on; empty when the pass has ended.
   *
   * @throws com.globalbooking.domain.StoreBusyException when the store does not answer in time
   */
  void setBookmark(Segment segment, Optional<Position> after);

  /** An allotment, as a place in the pass; it may be gone by now. */
  record Position(RoomNight night, Region owner) {
    static Position of(Allotment allotment) {
      return new Position(allotment.night(), allotment.owner());
    }
  }

  /**
   * Some allotments.
   *
   * @param next where to go on; empty when the segment ends here
   */
  record Page(List<Allotment> allotments, Optional<Position> next) {
    public Page {
      allotments = List.copyOf(allotments);
    }
  }
}
