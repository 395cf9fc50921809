package com.globalbooking.domain.pms;

import static com.globalbooking.domain.contract.Sample.NOW;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.PmsClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Two PMSs, their properties, and what happens around one instance of the worker. */
final class PmsWorld implements PmsClient, PmsDirectory, SyncSignals {
  static final PmsName OPERA = new PmsName("opera");
  static final PmsName MEWS = new PmsName("mews");
  static final int THRESHOLD = 3;
  static final Duration OPEN_FOR = Duration.ofSeconds(60);

  final VirtualTime time = new VirtualTime(NOW);
  final InMemoryPmsControl control = new InMemoryPmsControl();
  final Map<PmsName, Answer> answers = new HashMap<>();
  final Set<String> failing = new HashSet<>();
  final Set<String> refused = new HashSet<>();
  final Set<PropertyId> directoryFaults = new HashSet<>();
  Duration slowness = Duration.ZERO;
  boolean deadLetterQueueIsUp = true;

  final List<String> told = new ArrayList<>();
  final List<String> abandoned = new ArrayList<>();
  final List<PmsName> opened = new ArrayList<>();
  final List<PmsName> waiting = new ArrayList<>();
  final List<Duration> delays = new ArrayList<>();
  final List<Throwable> faults = new ArrayList<>();

  final PmsGate gate;
  private final SyncingPms syncing;

  PmsWorld(CircuitBreakers breakers) {
    gate = new PmsGate(breakers, new PmsGate.Limits(THRESHOLD, OPEN_FOR, OPEN_FOR), time);
    syncing =
        new SyncingPms(
            new SyncingPms.Ports(this, this, control, this::abandon, this, Runnable::run),
            gate,
            new Pace(5, 10, time),
            time,
            time::pass,
            new Random(7));
  }

  Map<String, Fate> sync(PmsNotice... notices) {
    return syncing.sync(List.of(notices));
  }

  PmsNotice notice(String bookingId, String property) {
    return received(bookingId, property, 1);
  }

  PmsNotice received(String bookingId, String property, int receives) {
    return new PmsNotice(
        bookingId,
        "queue",
        "text",
        Sample.confirmed(bookingId, property),
        time.instant(),
        receives);
  }

  void open(PmsName pms) {
    for (int i = 0; i < THRESHOLD; i++) {
      gate.failed((PmsGate.Permit.Granted) gate.ask(pms));
    }
  }

  @Override
  public Answer push(PmsName pms, OfBooking event) {
    told.add(pms + " " + event.bookingId());
    time.pass(slowness);
    if (failing.contains(event.bookingId())) {
      return new Answer.TryAgain("503");
    }
    if (refused.contains(event.bookingId())) {
      return new Answer.RefusedForGood("unknown room");
    }
    return answers.getOrDefault(pms, new Answer.Taken());
  }

  @Override
  public Optional<PmsName> of(PropertyId property) {
    if (directoryFaults.contains(property)) {
      throw new StoreBusyException("control table", new IllegalStateException());
    }
    String name = property.value().replaceAll("-\\d+", "");
    return name.equals("no-pms") ? Optional.empty() : Optional.of(new PmsName(name));
  }

  private boolean abandon(PmsNotice notice, String reason) {
    if (deadLetterQueueIsUp) {
      abandoned.add(notice.event().bookingId() + ": " + reason);
    }
    return deadLetterQueueIsUp;
  }

  @Override
  public void firstAttempt(Duration sinceEvent) {
    delays.add(sinceEvent);
  }

  @Override
  public void circuitOpened(PmsName pms) {
    opened.add(pms);
  }

  @Override
  public void waitsForCircuit(PmsName pms) {
    waiting.add(pms);
  }

  @Override
  public void failed(PmsNotice notice, PmsName pms, String reason) {}

  @Override
  public void fault(PropertyId property, Throwable fault) {
    faults.add(fault instanceof CompletionException wrapped ? wrapped.getCause() : fault);
  }
}
