package com.globalbooking.local.schedules;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessControl.Decision;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.schedules.ScheduleTarget.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of one Region. Nothing is invoked before {@link #begin}, so that no target is
 * called while it is being deployed. Thread-safe.
 */
public final class Schedules implements AutoCloseable {
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Clock clock;
  private final AccessControl access;
  private final Executor invocations;
  private final @Nullable ExecutorService own;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private final PriorityQueue<Firing> waiting =
      new PriorityQueue<>(Comparator.comparing(Firing::due));
  private final Map<String, ScheduleStatus> statuses = new TreeMap<>();
  private boolean suspended;
  private @Nullable Thread timer;

  /** Schedules that invoke their targets each on a thread of its own. */
  public Schedules(Clock clock, AccessControl access) {
    this.clock = clock;
    this.access = access;
    this.own = Executors.newVirtualThreadPerTaskExecutor();
    this.invocations = own;
  }

  Schedules(Clock clock, AccessControl access, Executor invocations) {
    this.clock = clock;
    this.access = access;
    this.own = null;
    this.invocations = invocations;
  }

  /** Takes a schedule; one of the same name is replaced. */
  public void deploy(Schedule schedule) {
    lock.lock();
    try {
      waiting.removeIf(firing -> firing.schedule().name().equals(schedule.name()));
      Instant now = clock.instant();
      Instant first =
          schedule.expression().first(schedule.beginning().filter(now::isBefore).orElse(now));
      boolean ever = schedule.enabled() && schedule.end().map(first::isBefore).orElse(true);
      Optional<Instant> next = ever ? Optional.of(first) : Optional.empty();
      next.ifPresent(due -> waiting.add(Firing.first(schedule, due)));
      statuses.put(
          schedule.name(), new ScheduleStatus(schedule.name(), 0, 0, Optional.empty(), next));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes a schedule away; that there is none is no failure. */
  public void remove(String name) {
    lock.lock();
    try {
      waiting.removeIf(firing -> firing.schedule().name().equals(name));
      statuses.remove(name);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Begins to invoke what is due, and goes on until {@link #close}. */
  public void begin() {
    lock.lock();
    try {
      timer = Thread.ofVirtual().name("schedules").start(this::keepTime);
    } finally {
      lock.unlock();
    }
  }

  /** Invokes nothing until {@link #resume}, for tests that must have a Region to themselves. */
  public void suspend() {
    set(true);
  }

  /** Ends {@link #suspend}; what got due meanwhile is invoked now. */
  public void resume() {
    set(false);
  }

  /** What each schedule has done, by name. */
  public List<ScheduleStatus> status() {
    lock.lock();
    try {
      return List.copyOf(statuses.values());
    } finally {
      lock.unlock();
    }
  }

  /** Invokes what is due now. */
  void runDue() {
    List<Firing> due = new ArrayList<>();
    lock.lock();
    try {
      Instant now = clock.instant();
      while (!suspended && !waiting.isEmpty() && !waiting.element().due().isAfter(now)) {
        Firing firing = waiting.remove();
        due.add(firing);
        if (firing.attempt() == 1) {
          plan(firing, now);
        }
      }
    } finally {
      lock.unlock();
    }
    due.forEach(firing -> invocations.execute(() -> fire(firing)));
  }

  @Override
  public void close() {
    Thread running;
    lock.lock();
    try {
      running = timer;
      waiting.clear();
    } finally {
      lock.unlock();
    }
    if (own != null) {
      own.shutdownNow();
    }
    if (running != null) {
      running.interrupt();
      try {
        running.join(STOP_LIMIT);
      } catch (InterruptedException stopNow) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void plan(Firing fired, Instant now) {
    Schedule schedule = fired.schedule();
    Optional<Instant> next =
        schedule
            .expression()
            .next(fired.scheduled(), now)
            .filter(it -> schedule.end().map(it::isBefore).orElse(true));
    next.ifPresent(it -> waiting.add(Firing.first(schedule, it)));
    statuses.computeIfPresent(
        schedule.name(),
        (name, was) ->
            new ScheduleStatus(name, was.taken(), was.dropped(), was.lastRefusal(), next));
  }

  private void fire(Firing firing) {
    Outcome outcome = authorised(firing.schedule(), firing.input());
    lock.lock();
    try {
      switch (outcome) {
        case Outcome.Taken() -> count(firing, 1, 0, Optional.empty());
        case Outcome.Refused(String why) -> {
          Optional<Firing> again = firing.again(clock.instant());
          again.ifPresent(waiting::add);
          count(firing, 0, again.isPresent() ? 0 : 1, Optional.of(why));
          changed.signalAll();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Outcome authorised(Schedule schedule, String input) {
    Permission asked = schedule.target().permission();
    access.observe(schedule.name(), asked.action());
    return switch (access.check(schedule.roleArn(), asked.action(), asked.resourceArn())) {
      case Decision.Allowed() -> schedule.target().invoke(input);
      case Decision.Denied(boolean _) ->
          new Outcome.Refused(
              "the role %s may not %s on %s"
                  .formatted(schedule.roleArn(), asked.action(), asked.resourceArn()));
    };
  }

  private void count(Firing firing, int taken, int dropped, Optional<String> refusal) {
    statuses.computeIfPresent(
        firing.schedule().name(),
        (name, was) ->
            new ScheduleStatus(
                name,
                was.taken() + taken,
                was.dropped() + dropped,
                refusal.or(was::lastRefusal),
                was.next()));
  }

  private void set(boolean suspend) {
    lock.lock();
    try {
      suspended = suspend;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void keepTime() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        runDue();
        awaitNext();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitNext() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (Duration left = untilNext(); left.isPositive(); left = untilNext()) {
        var _ = changed.awaitNanos(left.toNanos());
      }
    } finally {
      lock.unlock();
    }
  }

  private Duration untilNext() {
    if (suspended || waiting.isEmpty()) {
      return LONGEST_SLEEP;
    }
    Duration left = Duration.between(clock.instant(), waiting.element().due());
    return left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
  }
}
