package com.globalbooking.overbookingresolver;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.domain.Conflict;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.EventJson;
import com.globalbooking.events.UnreadableEventException;
import com.globalbooking.eventsources.QueueMessage;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import java.util.Optional;

/** Reads conflicts: the body of a message, or what the state machine hands over. */
final class ConflictMessages {

  static Optional<Conflict> decode(QueueMessage message) throws UnreadableDeliveryException {
    try {
      return Optional.of(DecidedEvents.conflict(EventJson.read(message.body())));
    } catch (UnreadableEventException e) {
      throw new UnreadableDeliveryException(String.valueOf(e.getMessage()));
    }
  }

  static Conflict read(JsonNode conflict) throws UnreadableEventException {
    return DecidedEvents.conflict(EventJson.read(conflict));
  }

  private ConflictMessages() {}
}
