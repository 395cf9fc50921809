package com.globalbooking.domain.health;

import com.globalbooking.domain.Region;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a Region says of itself each minute.
 *
 * @param at when it was written, by the clock of its owner
 * @param hears the newest {@code at} that the owner has ever seen of each other Region
 * @param version 1 for the first change of the item, one more for each that follows
 */
public record Heartbeat(Region owner, Instant at, Map<Region, Instant> hears, long version) {
  public Heartbeat {
    hears = Map.copyOf(hears);
    if (version < 1) {
      throw new IllegalArgumentException("versions of a heartbeat start with 1");
    }
  }

  /**
   * What a heartbeat follows: the owner's own item as it is now.
   *
   * @param hears as it stands there; entries that cannot be read are left out
   * @param version 0 when there is no item yet
   */
  public record Predecessor(Region owner, Map<Region, Instant> hears, long version) {
    public Predecessor {
      hears = Map.copyOf(hears);
    }

    /**
     * The heartbeat that follows.
     *
     * @param heard what has been seen now; what was seen before stays where it is newer, and where
     *     nothing has been seen now
     */
    public Heartbeat next(Instant now, Map<Region, Instant> heard) {
      Map<Region, Instant> newest = new HashMap<>(hears);
      heard.forEach(
          (region, at) ->
              newest.merge(region, at, (before, seen) -> seen.isAfter(before) ? seen : before));
      return new Heartbeat(owner, now, newest, version + 1);
    }
  }
}
