package com.globalbooking.domain.fake;

import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.Probes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Probes of tables that fail or hang as told. */
public final class InMemoryProbes implements Probes {
  private final Set<Probe> failing = EnumSet.noneOf(Probe.class);
  private final Set<Probe> hanging = EnumSet.noneOf(Probe.class);
  private @Nullable Instant written;

  /** From now on these fail and no others. */
  public synchronized void fail(Set<Probe> probes) {
    failing.clear();
    failing.addAll(probes);
  }

  /** From now on these never return, unless interrupted, and no others. */
  public synchronized void hang(Set<Probe> probes) {
    hanging.clear();
    hanging.addAll(probes);
  }

  /** What the last write has left. */
  public synchronized Optional<Instant> written() {
    return Optional.ofNullable(written);
  }

  @Override
  public void run(Probe probe, Instant at) {
    if (hangs(probe)) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
    }
    answer(probe, at);
  }

  private synchronized boolean hangs(Probe probe) {
    return hanging.contains(probe);
  }

  private synchronized void answer(Probe probe, Instant at) {
    if (failing.contains(probe)) {
      throw new IllegalStateException("the table of " + probe.label() + " is secret-account-data");
    }
    if (probe == Probe.CONTROL) {
      written = at;
    }
  }
}
