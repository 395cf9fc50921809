package com.globalbooking.domain.pms;

/** How far telling the PMS of one event has come. */
public sealed interface SyncState {
  /** Attempts made. */
  int attempts();

  /** Never tried. */
  record NotYet() implements SyncState {
    @Override
    public int attempts() {
      return 0;
    }
  }

  /**
   * Tried and to be tried again.
   *
   * @param reason of the last failure
   */
  record Trying(int attempts, String reason) implements SyncState {}

  /** The PMS has it: final. */
  record Taken(int attempts) implements SyncState {}

  /** Given up and handed to people; if they send it again it starts anew. */
  record Abandoned(int attempts, String reason) implements SyncState {}
}
