package com.globalbooking.cacheupdater;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  URI cacheEndpoint();

  String cacheName();

  String cacheUser();

  String deadLetterQueue();

  String environment();
}
