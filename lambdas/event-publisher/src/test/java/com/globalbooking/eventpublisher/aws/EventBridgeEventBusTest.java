package com.globalbooking.eventpublisher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.DomainEvent.TwinDetected;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.eventpublisher.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBridgeEventBusTest {
  private final List<PutEventsRequest> requests = new ArrayList<>();
  private Function<PutEventsRequest, PutEventsResponse> answer = request -> taken(request, -1);
  private final EventBridgeEventBus bus = new EventBridgeEventBus(new Client(), "bus-name");

  @Test
  void putsTheEventOnTheBusUnderItsType() {
    assertThat(bus.put(events(1))).isEmpty();

    assertThat(requests.getFirst().entries())
        .containsExactly(
            PutEventsRequestEntry.builder()
                .eventBusName("bus-name")
                .source("global-booking")
                .detailType("TwinDetected")
                .detail("{\"e\":0}")
                .time(Sample.NOW)
                .build());
  }

  @Test
  void givesBackWhatWasRefused() {
    answer = request -> taken(request, 2);
    List<OutboxEvent> events = events(14);

    assertThat(bus.put(events)).containsExactly(events.get(2), events.get(12));
    assertThat(requests).extracting(request -> request.entries().size()).containsExactly(10, 4);
  }

  @Test
  void givesBackTheRestWhenTheBusDoesNotAnswer() {
    answer =
        request -> {
          throw SdkClientException.create("no answer");
        };
    List<OutboxEvent> events = events(14);

    assertThat(bus.put(events)).isEqualTo(events);
    assertThat(requests).hasSize(1);
  }

  @Test
  void neverPutsMoreThanABatchMayWeigh() {
    List<OutboxEvent> heavy =
        IntStream.range(0, 5).mapToObj(i -> event(i, "x".repeat(100_000))).toList();

    bus.put(heavy);

    assertThat(requests).extracting(request -> request.entries().size()).containsExactly(2, 2, 1);
  }

  private static PutEventsResponse taken(PutEventsRequest request, int refused) {
    return PutEventsResponse.builder()
        .entries(
            IntStream.range(0, request.entries().size())
                .mapToObj(
                    i ->
                        i == refused
                            ? PutEventsResultEntry.builder().errorCode("Throttled").build()
                            : PutEventsResultEntry.builder().eventId("id").build())
                .toList())
        .build();
  }

  private static List<OutboxEvent> events(int count) {
    return IntStream.range(0, count).mapToObj(i -> event(i, "{\"e\":" + i + "}")).toList();
  }

  private static OutboxEvent event(int id, String json) {
    var event =
        new TwinDetected("e" + id, Sample.NOW, "lisbon", "bk-1", "us-west-2", "eu-west-1", 1);
    return new OutboxEvent(event, new PropertyId("lisbon"), json);
  }

  private final class Client implements EventBridgeClient {
    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
      requests.add(request);
      return answer.apply(request);
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }
}
