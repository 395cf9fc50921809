package com.globalbooking.domain.pms;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.Backoff;
import com.globalbooking.domain.Pause;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.Fate.Again;
import com.globalbooking.domain.pms.Fate.Finished;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsGate.Permit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Tells PMSs of events. The events of one property go in order, and none before an earlier one is
 * taken or given up. Properties do not wait for each other: whose PMS is healthy is told at once,
 * whatever is wrong with others.
 */
public final class SyncingPms {
  /** Attempts after which an event is given up. */
  public static final int MOST_ATTEMPTS = 20;

  /** How long an event may wait before it is given up. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** No attempt begins later in a batch; the last one still ends before the function must. */
  static final Duration BATCH_BUDGET = Duration.ofSeconds(25);

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(300));

  private static final Duration LONGEST_TURN = Duration.ofSeconds(2);

  /** Those who wait for the same circuit come back spread over so long. */
  private static final Duration SPREAD = Duration.ofSeconds(1);

  /**
   * What the use case asks of others.
   *
   * @param executor runs the work of each property; each may block
   */
  public record Ports(
      PmsDirectory directory,
      PmsClient client,
      SyncStatus status,
      AbandonedNotices abandoned,
      SyncSignals signals,
      Executor executor) {}

  private final Ports ports;
  private final PmsGate gate;
  private final Pace pace;
  private final Clock clock;
  private final Pause pause;
  private final RandomGenerator random;

  public SyncingPms(
      Ports ports, PmsGate gate, Pace pace, Clock clock, Pause pause, RandomGenerator random) {
    this.ports = ports;
    this.gate = gate;
    this.pace = pace;
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /**
   * Works on notices, which stand in the order of their queue.
   *
   * @return the fate of each, by its id
   */
  public Map<String, Fate> sync(List<PmsNotice> notices) {
    Instant end = clock.instant().plus(BATCH_BUDGET);
    Map<String, Fate> fates = new ConcurrentHashMap<>();
    notices.stream()
        .collect(
            groupingBy(n -> new PropertyId(n.event().propertyId()), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            property ->
                CompletableFuture.runAsync(
                        () -> inOrder(property.getValue(), end, fates), ports.executor())
                    .exceptionally(
                        fault -> {
                          ports.signals().fault(property.getKey(), fault);
                          return null;
                        }))
        .toList()
        .forEach(CompletableFuture::join);
    for (PmsNotice notice : notices) {
      fates.computeIfAbsent(notice.id(), _ -> new Again(BACKOFF.after(notice.receives(), random)));
    }
    return Map.copyOf(fates);
  }

  private void inOrder(List<PmsNotice> ofProperty, Instant end, Map<String, Fate> fates) {
    Optional<Again> held = Optional.empty();
    for (PmsNotice notice : ofProperty) {
      Fate fate = held.isPresent() ? held.get() : fate(notice, end);
      fates.put(notice.id(), fate);
      if (fate instanceof Again again) {
        held = Optional.of(again);
      }
    }
  }

  private Fate fate(PmsNotice notice, Instant end) {
    if (clock.instant().isAfter(end)) {
      return new Again(Duration.ZERO);
    }
    SyncState state = ports.status().read(notice.event());
    if (state instanceof SyncState.Taken) {
      return new Finished();
    }
    if (notice.queuedAt().plus(LONGEST_WAIT).isBefore(clock.instant())) {
      return abandon(notice, state, attempts(state), "not taken in 24 hours");
    }
    return ports
        .directory()
        .of(new PropertyId(notice.event().propertyId()))
        .map(pms -> inTurn(notice, pms, state))
        .orElseGet(Finished::new);
  }

  private Fate inTurn(PmsNotice notice, PmsName pms, SyncState state) {
    Optional<Duration> turn = pace.turn(pms, LONGEST_TURN);
    if (turn.isEmpty() || !waited(turn.get())) {
      return new Again(BACKOFF.after(1, random));
    }
    return switch (gate.ask(pms)) {
      case Permit.Wait wait -> {
        ports.signals().waitsForCircuit(pms);
        yield new Again(untilCircuitEnds(wait, notice));
      }
      case Permit.Granted granted -> attempt(notice, granted, state);
    };
  }

  private boolean waited(Duration turn) {
    try {
      if (turn.isPositive()) {
        pause.pause(turn);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * A queue delivers a message so often and then gives it up by itself. In a long outage the pauses
   * grow, so that its deliveries last.
   */
  private Duration untilCircuitEnds(Permit.Wait wait, PmsNotice notice) {
    Duration least =
        notice.receives() <= 30
            ? Duration.ZERO
            : Duration.ofMinutes(notice.receives() <= 60 ? 5 : 15);
    Duration pause = wait.length().compareTo(least) < 0 ? least : wait.length();
    return pause.plusNanos(random.nextLong(SPREAD.toNanos()));
  }

  private Fate attempt(PmsNotice notice, Permit.Granted permit, SyncState state) {
    OfBooking event = notice.event();
    if (state instanceof SyncState.NotYet) {
      ports.signals().firstAttempt(Duration.between(event.occurredAt(), clock.instant()));
    }
    int attempts = attempts(state) + 1;
    return switch (ports.client().push(permit.pms(), event)) {
      case Answer.Taken _, Answer.AlreadyTaken _ -> {
        gate.succeeded(permit);
        ports.status().taken(event, attempts);
        yield new Finished();
      }
      case Answer.TryAgain(String reason) -> {
        ports.signals().failed(notice, permit.pms(), reason);
        if (gate.failed(permit)) {
          ports.signals().circuitOpened(permit.pms());
        }
        if (attempts >= MOST_ATTEMPTS) {
          yield abandon(notice, state, attempts, reason);
        }
        ports.status().notTaken(event, state, new SyncState.Trying(attempts, reason));
        yield new Again(BACKOFF.after(attempts, random));
      }
      case Answer.RefusedForGood(String reason) -> {
        gate.succeeded(permit); // it is up
        ports.signals().failed(notice, permit.pms(), reason);
        yield abandon(notice, state, attempts, reason);
      }
    };
  }

  private Fate abandon(PmsNotice notice, SyncState seen, int attempts, String reason) {
    // First the letter: what has none is not given up.
    if (!ports.abandoned().put(notice, reason)) {
      return new Again(BACKOFF.after(attempts, random));
    }
    ports.status().notTaken(notice.event(), seen, new SyncState.Abandoned(attempts, reason));
    return new Finished();
  }

  /** Attempts that count: what people send again has all of its attempts before it. */
  private static int attempts(SyncState state) {
    return state instanceof SyncState.Abandoned ? 0 : state.attempts();
  }
}
