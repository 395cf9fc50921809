package com.globalbooking.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** The event bus, through AWS's own client. */
class EventsIT {
  private MessagingFixture region;
  private EventBridgeClient events;

  @BeforeEach
  void start() {
    region = new MessagingFixture();
    events = region.client(EventBridgeClient.builder());
    region.messaging.buses().create("booking");
  }

  @AfterEach
  void stop() {
    events.close();
    region.close();
  }

  @Test
  void theBusKeepsWhatItTakesAndTheAnswerTellsWhatItRefused() {
    PutEventsResponse answer =
        events.putEvents(
            put ->
                put.entries(
                    entry("{\"a\":1}"),
                    entry("no JSON"),
                    entry("{}").toBuilder().source(null).build()));

    assertThat(answer.failedEntryCount()).isEqualTo(2);
    assertThat(answer.entries().get(0).eventId()).isNotEmpty();
    assertThat(answer.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
    assertThat(answer.entries().get(2).errorCode()).isEqualTo("InvalidArgument");
    assertThat(region.messaging.buses().events("booking"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(answer.entries().get(0).eventId());
              assertThat(event.source()).isEqualTo("global-booking");
              assertThat(event.detailType()).isEqualTo("BookingConfirmed");
              assertThat(event.detail()).isEqualTo("{\"a\":1}");
            });
  }

  @Test
  void theBusKeepsItsLastThousandEvents() {
    for (int i = 0; i < 101; i++) {
      events.putEvents(put -> put.entries(java.util.Collections.nCopies(10, entry("{\"a\":1}"))));
    }
    assertThat(region.messaging.buses().events("booking")).hasSize(1_000);
  }

  @Test
  void aCallerNeedsThePermissionForTheBus() {
    region.allow("sns:Publish");
    assertThatThrownBy(() -> events.putEvents(put -> put.entries(entry("{}"))))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("events:PutEvents")
        .hasMessageContaining("event-bus/booking");
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("booking")
        .source("global-booking")
        .detailType("BookingConfirmed")
        .detail(detail)
        .build();
  }
}
