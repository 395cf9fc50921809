package com.globalbooking.auditwriter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.AuditJournal;
import com.globalbooking.domain.AuditJournal.Refused;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.Backoff;
import com.globalbooking.events.EventJson;
import com.globalbooking.events.UnreadableEventException;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Takes messages of the audit queue and appends their events to the trail. What the trail refuses
 * for good is put aside; while the database is down every message comes again, later and later.
 */
@Singleton
public class AuditQueueHandler implements RequestStreamHandler {
  private static final Logger LOG = Logger.getLogger(AuditQueueHandler.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(300));

  private final AuditJournal journal;
  private final DeadLetterQueue deadLetters;
  private final MessageVisibility visibility;
  private final SecureRandom random;
  private final BatchFrame<QueueMessage, DomainEvent> frame;

  AuditQueueHandler(
      AuditJournal journal,
      DeadLetterQueue deadLetters,
      MessageVisibility visibility,
      SecureRandom random) {
    this.journal = journal;
    this.deadLetters = deadLetters;
    this.visibility = visibility;
    this.random = random;
    this.frame = BatchFrame.ofQueue(AuditQueueHandler::event, this::workOff, deadLetters);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input, output);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }

  private static Optional<DomainEvent> event(QueueMessage message)
      throws UnreadableDeliveryException {
    try {
      return Optional.of(EventJson.read(message.body()));
    } catch (UnreadableEventException e) {
      throw new UnreadableDeliveryException("the event " + e.getMessage());
    }
  }

  private Set<String> workOff(List<Received<QueueMessage, DomainEvent>> batch) {
    List<Refused> refused;
    try {
      refused = journal.append(batch.stream().map(Received::value).toList());
    } catch (AuditUnavailableException e) {
      LOG.warnf(e, "%d events wait for the audit database", batch.size());
      return allAgain(batch);
    }
    return refused.isEmpty() ? Set.of() : withoutALetter(batch, refused);
  }

  private Set<String> allAgain(List<Received<QueueMessage, DomainEvent>> batch) {
    Map<QueueMessage, Duration> pauses = new HashMap<>();
    Set<String> failed = new HashSet<>();
    for (Received<QueueMessage, DomainEvent> received : batch) {
      QueueMessage message = received.delivery();
      pauses.put(message, BACKOFF.after(message.receives(), random));
      failed.add(message.id());
    }
    visibility.comeAgainAfter(pauses);
    return failed;
  }

  /** Puts refused events aside; answers which could not be. */
  private Set<String> withoutALetter(
      List<Received<QueueMessage, DomainEvent>> batch, List<Refused> refused) {
    Map<String, String> reasons = new HashMap<>();
    refused.forEach(event -> reasons.put(event.event().eventId(), event.reason()));
    Set<String> failed = new HashSet<>();
    for (Received<QueueMessage, DomainEvent> received : batch) {
      String reason = reasons.get(received.value().eventId());
      if (reason != null && !deadLetters.put(letter(received.delivery(), reason))) {
        failed.add(received.delivery().id());
      }
    }
    return failed;
  }

  private static DeadLetter letter(QueueMessage message, String reason) {
    return new DeadLetter(
        message.sourceArn(),
        message.id(),
        "the audit database refuses it: " + reason,
        Optional.of(message.body()));
  }
}
