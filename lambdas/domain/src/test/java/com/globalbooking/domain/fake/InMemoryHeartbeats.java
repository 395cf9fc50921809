package com.globalbooking.domain.fake;

import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.Heartbeats;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Heartbeat items of a table that fails as told. */
public final class InMemoryHeartbeats implements Heartbeats {

  /**
   * An item.
   *
   * @param sighting what others see of it
   * @param word what its other writer said
   */
  private record Item(Sighting sighting, Map<Region, Instant> hears, String word, long version) {}

  private static final Item NONE = new Item(new Sighting.Absent(), Map.of(), "", 0);

  private final Map<Region, Item> items = new HashMap<>();
  private boolean up = true;
  private Optional<Region> intruder = Optional.empty();

  /** Lets the table fail or work. */
  public synchronized void setUp(boolean working) {
    up = working;
  }

  /** An item as it arrives from another Region. */
  public synchronized void receive(Region owner, Sighting sighting) {
    items.put(owner, new Item(sighting, Map.of(), "", 1));
  }

  /** What the other writer of items does. */
  public synchronized void addWord(Region owner, String word) {
    Item item = item(owner);
    // Without a heartbeat there is no time to read, though there is an item.
    Sighting sighting = item.equals(NONE) ? new Sighting.Malformed() : item.sighting();
    items.put(owner, new Item(sighting, item.hears(), word, item.version() + 1));
  }

  /** From now on the other writer is faster than each write of this Region's. */
  public synchronized void beFasterAt(Region owner) {
    intruder = Optional.of(owner);
  }

  /** What the other writer said. */
  public synchronized String word(Region owner) {
    return item(owner).word();
  }

  @Override
  public synchronized Map<Region, Sighting> sightings(Collection<Region> owners) {
    check();
    return owners.stream().collect(toMap(owner -> owner, owner -> item(owner).sighting()));
  }

  @Override
  public synchronized Heartbeat.Predecessor predecessor(Region owner) {
    check();
    Item item = item(owner);
    return new Heartbeat.Predecessor(owner, item.hears(), item.version());
  }

  @Override
  public synchronized boolean write(Heartbeat next) {
    check();
    intruder.ifPresent(owner -> addWord(owner, "faster"));
    Item item = item(next.owner());
    if (item.version() != next.version() - 1) {
      return false;
    }
    items.put(
        next.owner(),
        new Item(new Sighting.Seen(next.at()), next.hears(), item.word(), next.version()));
    return true;
  }

  private Item item(Region owner) {
    return items.getOrDefault(owner, NONE);
  }

  private void check() {
    if (!up) {
      throw new StoreBusyException("the table does not answer");
    }
  }
}
