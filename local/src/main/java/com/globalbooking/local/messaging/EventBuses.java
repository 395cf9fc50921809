package com.globalbooking.local.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The event buses of one Region; each keeps its last 1,000 events. Thread-safe. */
public final class EventBuses {
  private static final int KEPT = 1_000;

  private final Map<String, Deque<BusEvent>> buses = new ConcurrentSkipListMap<>();

  EventBuses() {
    create("default");
  }

  /** Makes a bus; one that is there stays as it is. */
  public void create(String name) {
    buses.putIfAbsent(name, new ArrayDeque<>());
  }

  /** Takes a bus away with its events; that there is none is no failure. */
  public void remove(String name) {
    buses.remove(name);
  }

  /**
   * The last events of a bus, oldest first.
   *
   * @throws IllegalArgumentException when there is no such bus
   */
  public List<BusEvent> events(String name) {
    Deque<BusEvent> bus = bus(name);
    synchronized (bus) {
      return List.copyOf(bus);
    }
  }

  boolean exists(String name) {
    return buses.containsKey(name);
  }

  void put(String name, BusEvent event) {
    Deque<BusEvent> bus = bus(name);
    synchronized (bus) {
      bus.addLast(event);
      if (bus.size() > KEPT) {
        bus.removeFirst();
      }
    }
  }

  private Deque<BusEvent> bus(String name) {
    @Nullable Deque<BusEvent> bus = buses.get(name);
    if (bus == null) {
      throw new IllegalArgumentException(
          "There is no event bus '%s'; there are %s.".formatted(name, buses.keySet()));
    }
    return bus;
  }
}
