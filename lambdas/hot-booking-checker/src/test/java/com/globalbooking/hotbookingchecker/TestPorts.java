package com.globalbooking.hotbookingchecker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.ConflictQueue;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.metrics.Metrics;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {

  /** Keeps what is sent, but for those that it is told to refuse. */
  static final class Queue implements ConflictQueue {
    final List<Conflict> sent = new CopyOnWriteArrayList<>();
    final Set<Conflict> refused = new HashSet<>();

    @Override
    public Set<Conflict> send(List<Conflict> conflicts) {
      Set<Conflict> unsent = new HashSet<>(conflicts);
      unsent.retainAll(refused);
      conflicts.stream().filter(conflict -> !unsent.contains(conflict)).forEach(sent::add);
      return unsent;
    }
  }

  /** Keeps what is put there. */
  static final class Letters implements DeadLetterQueue {
    final List<DeadLetter> all = new CopyOnWriteArrayList<>();

    @Override
    public boolean put(DeadLetter letter) {
      return all.add(letter);
    }
  }

  @Produces
  @Singleton
  InMemoryRegion region() {
    return new InMemoryRegion(Sample.REGIONS);
  }

  @Produces
  @Singleton
  Queue queue() {
    return new Queue();
  }

  @Produces
  @Singleton
  Letters letters() {
    return new Letters();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.fixed(Sample.NOW, ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  ByteArrayOutputStream log() {
    return new ByteArrayOutputStream();
  }

  @Produces
  @Singleton
  Metrics metrics(ByteArrayOutputStream log, Clock clock) {
    return new Metrics(new PrintStream(log, true, UTF_8), clock, "test");
  }
}
