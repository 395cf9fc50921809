package com.globalbooking.pmssyncworker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.contract.DomainEvent.OverbookingUnresolved;
import com.globalbooking.contract.DomainEvent.TwinDetected;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.Fate;
import com.globalbooking.domain.pms.PmsNotice;
import com.globalbooking.domain.pms.SyncingPms;
import com.globalbooking.events.EventJson;
import com.globalbooking.events.UnreadableEventException;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes messages of the PMS queues and tells PMSs what they say. */
@Singleton
public class PmsQueueHandler implements RequestStreamHandler {
  private final SyncingPms syncing;
  private final MessageVisibility visibility;
  private final BatchFrame<QueueMessage, PmsNotice> frame;

  PmsQueueHandler(SyncingPms syncing, MessageVisibility visibility, DeadLetterQueue deadLetters) {
    this.syncing = syncing;
    this.visibility = visibility;
    this.frame = BatchFrame.ofQueue(PmsQueueHandler::notice, this::workOff, deadLetters);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input, output);
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }

  private Set<String> workOff(List<Received<QueueMessage, PmsNotice>> batch) {
    Map<String, Fate> fates = syncing.sync(batch.stream().map(Received::value).toList());
    Map<QueueMessage, Duration> pauses = new HashMap<>();
    Set<String> failed = new HashSet<>();
    for (Received<QueueMessage, PmsNotice> received : batch) {
      if (fates.get(received.delivery().id()) instanceof Fate.Again(Duration pause)) {
        pauses.put(received.delivery(), pause);
        failed.add(received.delivery().id());
      }
    }
    visibility.comeAgainAfter(pauses);
    return failed;
  }

  private static Optional<PmsNotice> notice(QueueMessage message)
      throws UnreadableDeliveryException {
    DomainEvent event;
    try {
      event = EventJson.read(message.body());
      new PropertyId(event.propertyId());
    } catch (UnreadableEventException | IllegalArgumentException e) {
      throw new UnreadableDeliveryException("the event " + e.getMessage());
    }
    return switch (event) {
      case BookingConfirmed e -> Optional.of(notice(message, e));
      case BookingReassigned e -> Optional.of(notice(message, e));
      case BookingCancelled e -> Optional.of(notice(message, e));
      case OverbookingDetected _, TwinDetected _, OverbookingUnresolved _ -> Optional.empty();
    };
  }

  private static PmsNotice notice(QueueMessage message, OfBooking event) {
    return new PmsNotice(
        message.id(),
        message.sourceArn(),
        message.body(),
        event,
        message.sentAt(),
        message.receives());
  }
}
