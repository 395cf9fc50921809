package com.globalbooking.availabilityreader;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String inventoryTable();

  URI cacheEndpoint();

  String cacheName();

  String cacheUser();
}
