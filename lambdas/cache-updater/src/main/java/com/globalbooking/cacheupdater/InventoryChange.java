package com.globalbooking.cacheupdater;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache.Removal;
import java.time.Instant;

/** What a record of the inventory stream means. */
sealed interface InventoryChange {

  /**
   * An allotment is new or was changed.
   *
   * @param at when its Region changed it
   */
  record Written(Allotment allotment, Instant at) implements InventoryChange {}

  /** An allotment is gone, be it that its time was up. */
  record Removed(Removal removal) implements InventoryChange {}
}
