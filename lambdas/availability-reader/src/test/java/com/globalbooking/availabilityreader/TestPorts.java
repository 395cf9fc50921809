package com.globalbooking.availabilityreader;

import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryRegion;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Stands in for the table and the cache that the function would reach. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  InMemoryRegion region() {
    return new InMemoryRegion(Sample.REGIONS);
  }

  @Produces
  @Singleton
  InMemoryAvailabilityCache cache() {
    return new InMemoryAvailabilityCache();
  }
}
