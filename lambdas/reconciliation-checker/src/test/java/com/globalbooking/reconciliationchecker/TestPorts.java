package com.globalbooking.reconciliationchecker;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.THERE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryAudit;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryInventoryPass;
import com.globalbooking.domain.fake.InMemoryPms;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.reconciliation.InventoryPass;
import com.globalbooking.domain.reconciliation.Reconciling;
import com.globalbooking.metrics.Metrics;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  InMemoryRegion region() {
    return new InMemoryRegion(REGIONS);
  }

  @Produces
  @Singleton
  InventoryPass pass(InMemoryRegion region) {
    return new InMemoryInventoryPass(region::allotments);
  }

  @Produces
  @Singleton
  InMemoryAvailabilityCache cache() {
    return new InMemoryAvailabilityCache();
  }

  @Produces
  @Singleton
  InMemoryAudit audit() {
    return new InMemoryAudit();
  }

  @Produces
  @Singleton
  InMemoryPms pms() {
    return new InMemoryPms();
  }

  /** The other Region has heard of everything. */
  @Produces
  @Singleton
  Reconciling.Others others(
      InMemoryRegion region,
      InMemoryAvailabilityCache cache,
      InMemoryAudit audit,
      InMemoryPms pms) {
    return new Reconciling.Others(
        cache, Map.of(THERE, (nights, _) -> region.read(nights, List.of(HERE))), audit, pms);
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
