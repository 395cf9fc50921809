package com.globalbooking.auditmigrator;

import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretsManagerStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Map;

/** Joins ports and adapters. */
@Dependent
class Wiring {

  @Produces
  @Singleton
  SecretStore secrets() {
    return SecretsManagerStore.create();
  }

  @Produces
  @Singleton
  MigratingAudit migrating(SecretStore secrets, BookingConfig config) {
    return new MigratingAudit(
        config.auditDatabase(),
        config.auditMasterSecret(),
        Map.of(
            AuditUser.WRITER, config.auditWriterSecret(),
            AuditUser.READER, config.auditReaderSecret()),
        secrets,
        new SecureRandom());
  }
}
