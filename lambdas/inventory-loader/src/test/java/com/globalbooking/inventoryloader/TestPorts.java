package com.globalbooking.inventoryloader;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.forwarding.RegionInvoker;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for what the function would reach: tables, the clock, another Region. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  InMemoryRegion region() {
    return new InMemoryRegion(Sample.REGIONS);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.fixed(Sample.NOW, ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  OtherRegion otherRegion() {
    return new OtherRegion();
  }

  /** Answers in the other Region's stead, and remembers what it was asked. */
  static final class OtherRegion implements RegionInvoker {
    static final ApiAnswer ANSWER =
        new ApiAnswer(200, Map.of("x-from", "eu-west-1"), "{\"region\":\"eu-west-1\"}");

    private final List<Region> asked = new CopyOnWriteArrayList<>();

    @Override
    public ApiAnswer forward(ApiEvent event, Region owner) {
      asked.add(owner);
      return ANSWER;
    }

    List<Region> asked() {
      return asked;
    }
  }
}
