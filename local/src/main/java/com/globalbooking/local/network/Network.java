package com.globalbooking.local.network;

import com.globalbooking.local.RegionName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The links between Regions. Each link is symmetric: what is set for (a, b) holds for (b, a). A
 * link that nobody touched is open without delay, and a Region always reaches itself at once.
 * Thread-safe.
 */
public final class Network {
  private static final LinkState UNTOUCHED = new LinkState.Open(Duration.ZERO);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Link, LinkState> states = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * Slows the link down, and opens it if it was cut.
   *
   * @param oneWay what each message waits, in each direction; not negative
   */
  public void delay(RegionName a, RegionName b, Duration oneWay) {
    set(a, b, new LinkState.Open(oneWay));
  }

  /** Cuts the link: messages that wait on it fail, as do all that come later. */
  public void cut(RegionName a, RegionName b) {
    set(a, b, new LinkState.Cut());
  }

  /** Opens the link and takes its delay away. */
  public void heal(RegionName a, RegionName b) {
    set(a, b, UNTOUCHED);
  }

  /** The state of the link; open without delay between a Region and itself. */
  public LinkState between(RegionName a, RegionName b) {
    lock.lock();
    try {
      return states.getOrDefault(Link.of(a, b), UNTOUCHED);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes one message across: returns when it has arrived, which is the delay of the link later. A
   * delay that changes meanwhile counts from the departure.
   *
   * @throws LinkCutException when the link is cut, or is cut while the message is on its way
   */
  public void cross(RegionName from, RegionName to) throws LinkCutException, InterruptedException {
    if (from.equals(to)) {
      return;
    }
    long departed = System.nanoTime();
    lock.lockInterruptibly();
    try {
      while (true) {
        switch (states.getOrDefault(Link.of(from, to), UNTOUCHED)) {
          case LinkState.Cut() -> throw new LinkCutException(from, to);
          case LinkState.Open(Duration delay) -> {
            long remaining = delay.toNanos() - (System.nanoTime() - departed);
            if (remaining <= 0) {
              return;
            }
            var _ = changed.awaitNanos(remaining);
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has {@code listener} run after each change of any link, on the thread that made the change; it
   * must be short and must not throw.
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void set(RegionName a, RegionName b, LinkState state) {
    if (a.equals(b)) {
      throw new IllegalArgumentException("there is no link between " + a + " and itself");
    }
    lock.lock();
    try {
      states.put(Link.of(a, b), state);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(Runnable::run);
  }

  /** An unordered pair of Regions. */
  private record Link(RegionName lesser, RegionName greater) {
    static Link of(RegionName a, RegionName b) {
      return a.compareTo(b) <= 0 ? new Link(a, b) : new Link(b, a);
    }
  }
}
