package com.globalbooking.overbookingresolver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.Escalations.People;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryEscalations;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.metrics.Metrics;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {

  /** The real words, to a topic that can be down. */
  static final class Told implements People {
    final List<String> messages = new ArrayList<>();
    boolean up = true;

    @Override
    public boolean tell(Escalation escalation, List<BookingId> bookings) {
      return new TellingPeople((subject, text) -> up && messages.add(subject + "\n" + text))
          .tell(escalation, bookings);
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
  InMemoryEscalations escalations(InMemoryRegion region) {
    return new InMemoryEscalations(region);
  }

  @Produces
  @Singleton
  Told people() {
    return new Told();
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

  /** Time stands still: one attempt, and the last one. */
  @Produces
  @Singleton
  JitteredRetry retry(Clock clock) {
    var limits = new JitteredRetry.Limits(Duration.ZERO, Duration.ofMillis(1), Duration.ZERO);
    return new JitteredRetry(limits, clock, _ -> {}, new SplittableRandom(1));
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
