package com.globalbooking.domain.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;

/** Remembers, for each event of a booking, how far telling the PMS has come. */
public interface SyncStatus {
  /** The state of an event; {@link SyncState.NotYet} when nothing is known. */
  SyncState read(OfBooking event);

  /** Notes that the PMS has the event, whatever was noted before. */
  void taken(OfBooking event, int attempts);

  /**
   * Notes that the PMS has it not, if the state still is as {@code seen}: a late or repeated
   * attempt changes nothing.
   */
  void notTaken(OfBooking event, SyncState seen, SyncState next);
}
