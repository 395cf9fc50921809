package com.globalbooking.regionhealth;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String inventoryTable();

  String bookingsTable();

  String controlTable();

  String regionsTable();

  List<String> regions();

  String environment();

  String regionAlarm();
}
