package com.globalbooking.regionhealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryHeartbeats;
import com.globalbooking.domain.fake.InMemoryProbes;
import com.globalbooking.domain.health.RegionAlarm;
import com.globalbooking.metrics.Metrics;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {

  /** Says what a test has set. */
  static final class Alarm implements RegionAlarm {
    private State state = State.OK;

    void set(State next) {
      state = next;
    }

    @Override
    public State state() {
      return state;
    }
  }

  @Produces
  @Singleton
  InMemoryProbes probes() {
    return new InMemoryProbes();
  }

  @Produces
  @Singleton
  InMemoryHeartbeats heartbeats() {
    return new InMemoryHeartbeats();
  }

  @Produces
  @Singleton
  Alarm alarm() {
    return new Alarm();
  }

  @Produces
  @Singleton
  VirtualTime clock() {
    return new VirtualTime(Sample.NOW);
  }

  @Produces
  @Singleton
  ByteArrayOutputStream log() {
    return new ByteArrayOutputStream();
  }

  @Produces
  @Singleton
  Metrics metrics(ByteArrayOutputStream log, VirtualTime clock) {
    return new Metrics(new PrintStream(log, true, UTF_8), clock, "test");
  }
}
