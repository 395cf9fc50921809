package com.globalbooking.inventoryloader;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.LoadingInventory;
import com.globalbooking.domain.Region;
import com.globalbooking.forwarding.CrossRegionInvocation;
import com.globalbooking.forwarding.RegionInvoker;
import com.globalbooking.store.DynamoDbAllotmentReader;
import com.globalbooking.store.DynamoDbInventoryStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** A bulk load may take a while; it only has to end well before the function's time is up. */
  private static final JitteredRetry.Limits LIMITS =
      new JitteredRetry.Limits(
          Duration.ofSeconds(4), Duration.ofMillis(20), Duration.ofMillis(400));

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  DeployedRegions regions(@ConfigProperty(name = "aws.region") String own, BookingConfig config) {
    return new DeployedRegions(
        new Region(own), config.regions().stream().map(Region::new).toList());
  }

  @Produces
  @Singleton
  InventoryStore inventory(
      DynamoDbClient client, BookingConfig config, DeployedRegions regions, Clock clock) {
    var reader = new DynamoDbAllotmentReader(client, config.inventoryTable());
    return new DynamoDbInventoryStore(
        client, config.inventoryTable(), config.outboxTable(), reader, regions.own(), clock);
  }

  @Produces
  @Singleton
  RegionInvoker invoker(
      @ConfigProperty(name = "aws.lambda.function-name") String functionName,
      DeployedRegions regions) {
    return new CrossRegionInvocation(functionName, regions);
  }

  @Produces
  @Singleton
  LoadingInventory loading(
      DeployedRegions regions, BookingConfig config, InventoryStore inventory, Clock clock) {
    var retry =
        new JitteredRetry(LIMITS, clock, length -> Thread.sleep(length), new SplittableRandom());
    return new LoadingInventory(regions, new Region(config.homeRegion()), inventory, retry);
  }
}
