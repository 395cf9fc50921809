package com.globalbooking.auditwriter;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.AuditJournal;
import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.UserCredentials;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands in for what the function would reach: the database and the queues. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  Journal journal() {
    return new Journal();
  }

  @Produces
  @Singleton
  Secrets secrets() {
    return new Secrets();
  }

  @Produces
  @Singleton
  Queues queues() {
    return new Queues();
  }

  /** A trail in memory. */
  static final class Journal implements AuditJournal, AuditTrail {
    final Map<String, DomainEvent> rows = new LinkedHashMap<>();
    final Set<String> refuses = new HashSet<>();
    // At start the database is not there yet: the function starts all the same.
    boolean isUp;

    @Override
    public List<Refused> append(List<DomainEvent> events) {
      check();
      List<Refused> refused = new ArrayList<>();
      for (DomainEvent event : events) {
        if (refuses.contains(event.eventId())) {
          refused.add(new Refused(event, "error 1406"));
        } else {
          rows.putIfAbsent(event.eventId(), event);
        }
      }
      return refused;
    }

    @Override
    public Set<String> missing(Collection<String> eventIds) {
      check();
      Set<String> missing = new HashSet<>(eventIds);
      missing.removeAll(rows.keySet());
      return missing;
    }

    private void check() {
      if (!isUp) {
        throw new AuditUnavailableException("down", new IllegalStateException("down"));
      }
    }
  }

  /** The writer's secret. */
  static final class Secrets implements SecretStore {
    volatile UserCredentials writer = new UserCredentials("audit_writer", "none");

    @Override
    public String read(String arn) {
      return writer.write();
    }

    @Override
    public void write(String arn, String text) {
      throw new UnsupportedOperationException();
    }
  }

  /** The dead-letter queue, and the queue that messages come from. */
  static final class Queues implements DeadLetterQueue, MessageVisibility {
    final List<DeadLetter> letters = new ArrayList<>();
    final Map<String, Duration> invisible = new LinkedHashMap<>();
    boolean takesLetters = true;

    @Override
    public boolean put(DeadLetter letter) {
      return takesLetters && letters.add(letter);
    }

    @Override
    public void comeAgainAfter(Map<QueueMessage, Duration> pauses) {
      pauses.forEach((message, pause) -> invisible.put(message.receiptHandle(), pause));
    }
  }
}
