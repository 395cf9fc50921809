package com.globalbooking.hotbookingchecker;

import io.smallrye.config.ConfigMapping;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String inventoryTable();

  String bookingsTable();

  String resolverQueue();

  String deadLetterQueue();

  String environment();
}
