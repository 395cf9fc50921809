package com.globalbooking.local.replication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes that wait to cross one link, oldest first, folded: of the changes of one item that
 * could cross now only the newest does. At most two wait per item: one that holds the place in the
 * line, so that an item which changes all the time still gets across, and the newest. Not
 * thread-safe.
 */
final class Backlog {
  private final TreeMap<Long, Waiting> line = new TreeMap<>();
  private final Map<ItemKey, Places> places = new HashMap<>();
  private long nextPlace;

  /** Adds a change; {@code now} does not go back from call to call. */
  void offer(Change change, Instant now) {
    long place = nextPlace++;
    @Nullable Places held = places.get(change.key());
    if (held != null && held.newest != held.oldest) {
      line.remove(held.newest);
    }
    line.put(place, new Waiting(change, now));
    places.put(change.key(), new Places(held == null ? place : held.oldest, place));
  }

  /** Takes the next change that has waited since {@code latest} or longer, if there is one. */
  Optional<Change> poll(Instant latest) {
    Map.@Nullable Entry<Long, Waiting> first = line.firstEntry();
    if (first == null || first.getValue().since.isAfter(latest)) {
      return Optional.empty();
    }
    line.remove(first.getKey());
    Change change = first.getValue().change;
    Places held = places.get(change.key());
    if (held == null || held.newest == held.oldest) {
      places.remove(change.key());
      return Optional.of(change);
    }
    @Nullable Waiting newest = line.get(held.newest);
    if (newest == null || newest.since.isAfter(latest)) {
      places.put(change.key(), new Places(held.newest, held.newest));
      return Optional.of(change);
    }
    line.remove(held.newest);
    places.remove(change.key());
    return Optional.of(newest.change);
  }

  /** Since when the first in line waits; empty when nothing does. */
  Optional<Instant> oldest() {
    return line.isEmpty() ? Optional.empty() : Optional.of(line.firstEntry().getValue().since);
  }

  /** How many items have a change waiting. */
  int items() {
    return places.size();
  }

  private record Waiting(Change change, Instant since) {}

  /** Places in line of the oldest and the newest change of an item. */
  private record Places(long oldest, long newest) {}
}
