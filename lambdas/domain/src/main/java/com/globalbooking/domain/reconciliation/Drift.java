package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.Stay;

/** Something that differs from what it should be: suspected at first, accused when it stays. */
public sealed interface Drift {

  /**
   * What this Region's allotment counts as taken is not what its live bookings hold.
   *
   * @param version of the allotment when it was seen
   */
  record OfCounter(RoomNight night, long version) implements Drift {}

  /** More is sold of this Region's allotment than it has. */
  record Overbooked(RoomNight night) implements Drift {}

  /**
   * The cache lacks an allotment, has an older or newer one, or one that no longer exists.
   *
   * @param version that the table had when it was seen; if it had none, that of the cache
   */
  record OfCache(RoomNight night, Region owner, long version) implements Drift {}

  /**
   * Another Region has not got this Region's allotment.
   *
   * @param version that it should have by now
   */
  record OfReplica(RoomNight night, Region replica, long version) implements Drift {}

  /**
   * The audit trail lacks an event.
   *
   * @param version of the booking that the event tells of
   */
  record OfAudit(PropertyId property, BookingId booking, long version) implements Drift {}

  /**
   * The hotel's system has a booking otherwise than it is, or has one that is none.
   *
   * @param stay as it was seen, here or there
   * @param version of the booking as it was seen; zero when there was none
   */
  record OfPms(PropertyId property, BookingId booking, Stay stay, long version) implements Drift {}
}
