package com.globalbooking.domain.fake;

import com.globalbooking.domain.contract.ProbesContract;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.Probes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The fake keeps the contract. */
class InMemoryProbesTest extends ProbesContract {
  private final InMemoryProbes probes = new InMemoryProbes();

  @Override
  protected Probes probes() {
    return probes;
  }

  @Override
  protected void remove(Probe probe) {
    probes.fail(Set.of(probe));
  }

  @Override
  protected Optional<Instant> written() {
    return probes.written();
  }
}
