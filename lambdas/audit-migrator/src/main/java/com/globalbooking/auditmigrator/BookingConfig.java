package com.globalbooking.auditmigrator;

import io.smallrye.config.ConfigMapping;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String auditDatabase();

  String auditMasterSecret();

  String auditWriterSecret();

  String auditReaderSecret();
}
