package com.globalbooking.domain;

import java.time.Instant;
import java.util.List;

/** Remembers which overbookings people were told of, so that they are told once. */
public interface Escalations {

  /**
   * In one atomic step: remembers the shortage and records the event that tells of it, unless it is
   * remembered already or the allotment is not as it was seen.
   */
  State escalate(Escalation escalation);

  /**
   * People have been told of this shortage.
   *
   * @throws StoreBusyException when the store does not answer in time: they will be told again
   */
  void told(Escalation escalation);

  /**
   * The shortage is gone: another one of this night is a new one.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  void clear(RoomNight night);

  /**
   * A shortage that nothing but people can end.
   *
   * @param allotment as it was seen, overbooked
   */
  record Escalation(Allotment allotment, Instant at) {
    public Escalation {
      if (allotment.overbooked() == 0) {
        throw new IllegalArgumentException("nothing is short");
      }
    }

    /** What is short. */
    public Overbooking shortage() {
      return Overbooking.of(allotment).orElseThrow();
    }
  }

  /** Where a shortage stands. */
  enum State {
    /** Remembered, but people have not been told. */
    UNTOLD,
    /** People have been told of this shortage, or of a larger one of the same allotment. */
    TOLD,
    /** The allotment is not as it was seen: nothing changed. */
    OUTDATED,
    /** No answer came: it may have happened. */
    UNDECIDED
  }

  /** People's alarm. */
  interface People {
    /**
     * Tells people what they must do.
     *
     * @param bookings that hold the night; who the guests are stands in the bookings
     * @return whether the message is durably on its way
     */
    boolean tell(Escalation escalation, List<BookingId> bookings);
  }
}
