package com.globalbooking.cacheupdater;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.metrics.Metrics;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {

  /** Keeps what is put there. */
  static final class Letters implements DeadLetterQueue {
    final List<DeadLetter> all = new ArrayList<>();

    @Override
    public boolean put(DeadLetter letter) {
      return all.add(letter);
    }
  }

  @Produces
  @Singleton
  InMemoryAvailabilityCache cache() {
    return new InMemoryAvailabilityCache();
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
