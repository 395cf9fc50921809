package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.network.LinkState;
import com.globalbooking.local.network.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of one table's changes from one Region to another: each waits the link's delay, and all
 * wait while the link is cut. Thread-safe.
 */
final class DirectedLink {
  private final RegionName from;
  private final RegionName to;
  private final Network network;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Backlog backlog = new Backlog();

  /** The change that was taken and is not applied yet. */
  private @Nullable Change underWay;

  private Instant underWaySince = Instant.EPOCH;

  DirectedLink(RegionName from, RegionName to, Network network, Clock clock) {
    this.from = from;
    this.to = to;
    this.network = network;
    this.clock = clock;
    network.onChange(this::wake);
  }

  RegionName from() {
    return from;
  }

  RegionName to() {
    return to;
  }

  void offer(Change change) {
    lock.lock();
    try {
      backlog.offer(change, clock.instant());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a change that has crossed, and takes it; {@link #arrived()} must follow. */
  Change take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        switch (network.between(from, to)) {
          case LinkState.Cut() -> changed.await();
          case LinkState.Open(Duration delay) -> {
            Instant now = clock.instant();
            Optional<Instant> oldest = backlog.oldest();
            Optional<Change> crossed = backlog.poll(now.minus(delay));
            if (crossed.isPresent()) {
              underWay = crossed.get();
              underWaySince = oldest.orElse(now);
              return underWay;
            }
            if (oldest.isPresent()) {
              var _ = changed.awaitNanos(Duration.between(now, oldest.get().plus(delay)).toNanos());
            } else {
              changed.await();
            }
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The change taken last is applied, or has lost. */
  void arrived() {
    lock.lock();
    try {
      underWay = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is waiting or under way. False when {@code limit} has passed. */
  boolean awaitEmpty(Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (backlog.items() > 0 || underWay != null) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  LinkLag lag() {
    lock.lock();
    try {
      int pending = backlog.items() + (underWay == null ? 0 : 1);
      Optional<Instant> oldest = underWay == null ? backlog.oldest() : Optional.of(underWaySince);
      Duration age =
          oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
      return new LinkLag(from, to, pending, age);
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
