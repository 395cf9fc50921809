package com.globalbooking.domain;

import java.util.List;

/** How resolving an overbooking ended. */
public sealed interface Resolution {

  /**
   * Nothing is short any more.
   *
   * @param moved the bookings moved, as they now are; none when it had ended before
   */
  record Resolved(List<Booking> moved) implements Resolution {
    public Resolved {
      moved = List.copyOf(moved);
    }
  }

  /**
   * No equivalent room is free: people must act.
   *
   * @param remaining what is still short
   * @param toldNow people were told just now; otherwise they know
   */
  record Escalated(Overbooking remaining, List<Booking> moved, boolean toldNow)
      implements Resolution {
    public Escalated {
      moved = List.copyOf(moved);
    }
  }

  /** Another Region's allotment is short: it alone may write it. */
  record NotOurs(Region owner) implements Resolution {}

  /** The night is over everywhere on Earth: nobody can be moved. */
  record NightOver() implements Resolution {}

  /** Not done within the time budget; repeating is safe. */
  record Unfinished(List<Booking> moved) implements Resolution {
    public Unfinished {
      moved = List.copyOf(moved);
    }
  }
}
