package com.globalbooking.domain.health;

import com.globalbooking.domain.Region;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The heartbeat items, in this Region's own copy of the regions table. */
public interface Heartbeats {

  /**
   * What the items of Regions show. An item that cannot be read takes nothing from the others.
   *
   * @return exactly the Regions asked for
   */
  Map<Region, Sighting> sightings(Collection<Region> owners);

  /**
   * The item that the next heartbeat of a Region follows.
   *
   * @throws IllegalStateException when the item has a version that is no number
   */
  Heartbeat.Predecessor predecessor(Region owner);

  /**
   * Writes a heartbeat if the item is still as its predecessor was; other attributes of the item
   * stay as they are.
   *
   * @return whether it was written; after a lost answer it may have been although this is false
   */
  boolean write(Heartbeat next);

  /** What an item shows. */
  sealed interface Sighting {
    /** A heartbeat, written at that time by its owner's clock. */
    record Seen(Instant at) implements Sighting {}

    /** No item has arrived here. */
    record Absent() implements Sighting {}

    /** An item without a time that can be read. */
    record Malformed() implements Sighting {}

    /** The store was too busy to read it. */
    record Unread() implements Sighting {}
  }
}
