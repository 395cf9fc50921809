package com.globalbooking.overbookingresolver;

import io.smallrye.config.ConfigMapping;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String inventoryTable();

  String bookingsTable();

  String outboxTable();

  String controlTable();

  String alarmTopic();

  String deadLetterQueue();

  String environment();
}
