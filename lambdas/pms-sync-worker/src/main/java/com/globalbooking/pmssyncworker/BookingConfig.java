package com.globalbooking.pmssyncworker;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String controlTable();

  /** Empty in a deployment without any PMS. */
  Optional<List<String>> pmsConnections();

  String pmsSecret();

  int circuitFailureThreshold();

  int circuitOpenSeconds();

  String deadLetterQueue();

  String environment();
}
