package com.globalbooking.auditwriter;

import com.globalbooking.audit.DatabaseUser;
import com.globalbooking.audit.JdbcAuditTrail;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import com.globalbooking.eventsources.SqsMessageVisibility;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretsManagerStore;
import com.globalbooking.secrets.UserCredentials;
import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** A changed password is noticed when the database refuses the old one. */
  private static final Duration PASSWORD_KEPT_FOR = Duration.ofHours(12);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  SecretStore secrets() {
    return SecretsManagerStore.create();
  }

  @Produces
  @Singleton
  DatabaseUser user(SecretStore secrets, BookingConfig config, Clock clock) {
    return new DatabaseUser(
        new KeptSecret(secrets, config.auditWriterSecret(), PASSWORD_KEPT_FOR, clock));
  }

  /** Asked by the connection pool for each new connection; application.properties names it. */
  @Produces
  @Singleton
  @Unremovable
  @Named("audit-database-user")
  CredentialsProvider credentials(DatabaseUser user) {
    return new CredentialsProvider() {
      @Override
      public Map<String, String> getCredentials(String name) {
        UserCredentials credentials = user.credentials();
        return Map.of(
            USER_PROPERTY_NAME, credentials.username(),
            PASSWORD_PROPERTY_NAME, credentials.password());
      }
    };
  }

  /** Both what appends and what asks. */
  @Produces
  @Singleton
  JdbcAuditTrail trail(DataSource source, DatabaseUser user) {
    return new JdbcAuditTrail(source, user);
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  MessageVisibility visibility(SqsClient client) {
    return new SqsMessageVisibility(client);
  }
}
