package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How often each Region's stream has been read to its end, for those who wait. Thread-safe. */
final class StreamPasses {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition passed = lock.newCondition();
  private final Map<RegionName, Long> passes = new TreeMap<>();

  /** A Region's stream is read from now on. */
  void begin(RegionName region) {
    lock.lock();
    try {
      passes.put(region, 0L);
    } finally {
      lock.unlock();
    }
  }

  /** A Region's stream is not read any more; nobody waits for it. */
  void end(RegionName region) {
    lock.lock();
    try {
      passes.remove(region);
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A Region's stream was read to its end. */
  void count(RegionName region) {
    lock.lock();
    try {
      passes.computeIfPresent(region, (_, count) -> count + 1);
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long of(RegionName region) {
    lock.lock();
    try {
      return passes.getOrDefault(region, 0L);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until each stream has been read to its end, from a moment after this call. */
  boolean awaitAll(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (RegionName region : regions()) {
      // One pass may be half done now; the one after it sees everything.
      if (!await(region, of(region) + 2, Duration.ofNanos(deadline - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  /** Waits for so many passes. False when {@code limit} has passed. */
  boolean await(RegionName region, long count, Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (passes.containsKey(region) && passes.getOrDefault(region, 0L) < count) {
        if (left <= 0) {
          return false;
        }
        left = passed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private List<RegionName> regions() {
    lock.lock();
    try {
      return List.copyOf(passes.keySet());
    } finally {
      lock.unlock();
    }
  }
}
