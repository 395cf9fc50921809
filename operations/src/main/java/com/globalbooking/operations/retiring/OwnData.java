package com.globalbooking.operations.retiring;

import com.globalbooking.operations.environments.Outputs;
import java.time.LocalDate;

/** What only one Region may sell or change. */
public interface OwnData {
  /**
   * @param allotments room-nights to come that the Region may sell
   * @param bookings live ones that the Region decided and whose stay is not over
   * @param lastNight the latest date among them; empty without any
   */
  record Found(long allotments, long bookings, String lastNight) {
    boolean nothing() {
      return allotments == 0 && bookings == 0;
    }
  }

  /**
   * Counts them; those of the property of smoke tests do not count.
   *
   * @param today the first night that is not over
   */
  Found of(Outputs region, LocalDate today);
}
