package com.globalbooking.eventpublisher;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String controlTable();

  String topic();

  String eventBus();

  /** {@code name=integration=url} each; none where no hotel has a PMS. */
  Optional<List<String>> pmsConnections();

  String deadLetterQueue();
}
