package com.globalbooking.domain.fake;

import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.contract.AvailabilityCacheContract;
import com.globalbooking.domain.contract.Sample;
import java.time.LocalDate;

/** The fake keeps the contract. */
class InMemoryAvailabilityCacheTest extends AvailabilityCacheContract {
  private final InMemoryAvailabilityCache cache = new InMemoryAvailabilityCache();

  @Override
  protected AvailabilityCache cache() {
    return cache;
  }

  @Override
  protected LocalDate firstNight() {
    return Sample.FIRST;
  }

  @Override
  protected void loseEverything() {
    cache.lose();
  }
}
