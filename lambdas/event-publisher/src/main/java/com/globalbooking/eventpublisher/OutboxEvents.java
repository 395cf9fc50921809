package com.globalbooking.eventpublisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.events.EventJson;
import com.globalbooking.events.UnreadableEventException;
import com.globalbooking.eventsources.StreamImage;
import com.globalbooking.eventsources.StreamRecord;
import com.globalbooking.eventsources.StreamRecord.ChangeType;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import java.util.Optional;

/** Reads records of the outbox stream: what was put there is an event, what leaves it was one. */
final class OutboxEvents {
  /** What topic and bus take, less what stands around an event. */
  private static final int MOST_BYTES = 240 * 1024;

  static Optional<OutboxEvent> decode(StreamRecord record) throws UnreadableDeliveryException {
    if (record.change() != ChangeType.INSERT) {
      return Optional.empty();
    }
    StreamImage item =
        record.newImage().orElseThrow(() -> new UnreadableDeliveryException("record has no image"));
    String json = item.text(OutboxTable.PAYLOAD);
    if (json.getBytes(UTF_8).length > MOST_BYTES) {
      throw new UnreadableDeliveryException("event is too large to be published");
    }
    try {
      DomainEvent event = EventJson.read(json);
      return Optional.of(new OutboxEvent(event, new PropertyId(event.propertyId()), json));
    } catch (UnreadableEventException e) {
      throw new UnreadableDeliveryException("event: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UnreadableDeliveryException("event: propertyId is not an id");
    }
  }

  private OutboxEvents() {}
}
