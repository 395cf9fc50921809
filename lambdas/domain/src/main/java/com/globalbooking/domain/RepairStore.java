package com.globalbooking.domain;

import java.time.Instant;
import java.util.List;

/** Changes bookings of this Region together with the allotments that they hold. */
public interface RepairStore {

  /**
   * In one atomic step: gives the units of every night back to the old room, takes those of the new
   * room, moves the booking and records the event that tells of it, if booking and allotments are
   * as they were seen and the new room has the units. All of it happens or nothing.
   */
  Changed move(Move move);

  /**
   * In one atomic step: cancels the booking, gives its units back and records the event that tells
   * of it, if the booking is as it was seen. All of it happens or nothing.
   */
  Changed cancel(TwinCancellation cancellation);

  /**
   * A whole stay to another room.
   *
   * @param booking as it was seen, live and not protected
   * @param from this Region's allotment of each of its nights, as they were seen
   * @param into this Region's allotment of the same nights of the other room, as they were seen
   */
  record Move(Booking booking, List<Allotment> from, List<Allotment> into, Instant at) {
    public Move {
      from = List.copyOf(from);
      into = List.copyOf(into);
      int nights = booking.stay().nights().size();
      if (from.size() != nights || into.size() != nights) {
        throw new IllegalArgumentException("a stay moves as a whole");
      }
    }

    /** The booking as it then is. */
    public Booking moved() {
      return booking.movedTo(into.getFirst().night().room().id());
    }
  }

  /**
   * The copy of a booking that must go.
   *
   * @param booking as it was seen, live
   * @param held this Region's allotments of its nights; of a night that is long past there may be
   *     none
   */
  record TwinCancellation(Booking booking, List<Allotment> held, Instant at) {
    public TwinCancellation {
      held = List.copyOf(held);
    }
  }

  /** How a change ended. */
  enum Changed {
    DONE,
    /** Something is not as it was seen: nothing changed. */
    OUTDATED,
    /** Others were changing the same items, or no answer came: it may have happened. */
    UNDECIDED
  }
}
