package com.globalbooking.operations.smoke;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long requests took. */
final class Latencies {
  private final List<Duration> all = new ArrayList<>();

  void add(Duration took) {
    all.add(took);
  }

  int size() {
    return all.size();
  }

  /**
   * The nearest rank: the shortest time within which so many per cent of all requests were
   * answered.
   *
   * @throws IllegalStateException when there are none
   */
  Duration percentile(int percent) {
    if (all.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Duration> sorted = all.stream().sorted().toList();
    int rank = Math.ceilDiv(percent * sorted.size(), 100);
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
