package com.globalbooking.auditwriter;

import io.smallrye.config.ConfigMapping;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String auditDatabase();

  String auditWriterSecret();

  String deadLetterQueue();
}
