package com.globalbooking.eventpublisher.aws;

import com.globalbooking.eventpublisher.EventBus;
import com.globalbooking.eventpublisher.OutboxEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The event bus on EventBridge. */
public final class EventBridgeEventBus implements EventBus {
  private static final Logger LOG = Logger.getLogger(EventBridgeEventBus.class);
  private static final String SOURCE = "global-booking";

  private final EventBridgeClient client;
  private final String busName;

  public EventBridgeEventBus(EventBridgeClient client, String busName) {
    this.client = client;
    this.busName = busName;
  }

  @Override
  public Collection<OutboxEvent> put(List<OutboxEvent> events) {
    List<OutboxEvent> refused = new ArrayList<>();
    boolean answers = true;
    for (List<OutboxEvent> batch : SizedBatches.of(events, OutboxEvent::json)) {
      // When it does not answer, the time is better used by coming again.
      answers = answers && putBatch(batch, refused);
      if (!answers) {
        refused.addAll(batch);
      }
    }
    return refused;
  }

  /**
   * @return whether the bus answered; then {@code refused} has what it did not take
   */
  private boolean putBatch(List<OutboxEvent> batch, List<OutboxEvent> refused) {
    try {
      List<PutEventsResultEntry> results =
          client
              .putEvents(request -> request.entries(batch.stream().map(this::entry).toList()))
              .entries();
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).errorCode() != null) {
          LOG.warnf("The bus refused an event: %s", results.get(i).errorCode());
          refused.add(batch.get(i));
        }
      }
      return true;
    } catch (SdkException e) {
      LOG.warn("The bus did not answer", e);
      return false;
    }
  }

  private PutEventsRequestEntry entry(OutboxEvent event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(busName)
        .source(SOURCE)
        .detailType(event.event().eventType())
        .detail(event.json())
        .time(event.event().occurredAt())
        .build();
  }
}
