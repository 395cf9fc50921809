package com.globalbooking.pmssyncworker;

import static com.globalbooking.domain.contract.Sample.NOW;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.PmsClient;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretUnavailableException;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for what the function would reach: the control table, PMSs, queues, secrets. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  InMemoryPmsControl control() {
    return new InMemoryPmsControl();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  Hotel hotel() {
    return new Hotel();
  }

  @Produces
  @Singleton
  Queues queues() {
    return new Queues();
  }

  /** There is none: the function starts all the same. */
  @Produces
  @Singleton
  SecretStore secrets() {
    return new SecretStore() {
      @Override
      public String read(String arn) {
        throw new SecretUnavailableException("no network");
      }

      @Override
      public void write(String arn, String text) {
        throw new SecretUnavailableException("no network");
      }
    };
  }

  /** Every PMS at once. */
  static final class Hotel implements PmsClient {
    final List<String> told = new CopyOnWriteArrayList<>();
    final Set<String> busyFor = ConcurrentHashMap.newKeySet();
    final Set<String> refuses = ConcurrentHashMap.newKeySet();

    @Override
    public Answer push(PmsName pms, OfBooking event) {
      told.add(pms + " " + event.eventType() + " " + event.bookingId());
      if (busyFor.contains(event.bookingId())) {
        return new Answer.TryAgain("status 503");
      }
      return refuses.contains(event.bookingId())
          ? new Answer.RefusedForGood("status 422")
          : new Answer.Taken();
    }
  }

  /** The dead-letter queue, and the queue that messages come from. */
  static final class Queues implements DeadLetterQueue, MessageVisibility {
    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    final Map<String, Duration> invisible = new ConcurrentHashMap<>();

    @Override
    public boolean put(DeadLetter letter) {
      return letters.add(letter);
    }

    @Override
    public void comeAgainAfter(Map<QueueMessage, Duration> pauses) {
      pauses.forEach((message, pause) -> invisible.put(message.receiptHandle(), pause));
    }
  }
}
