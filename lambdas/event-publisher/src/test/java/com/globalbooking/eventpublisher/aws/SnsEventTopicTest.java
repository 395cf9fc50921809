package com.globalbooking.eventpublisher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.DomainEvent.TwinDetected;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.eventpublisher.EventTopic.Message;
import com.globalbooking.eventpublisher.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

class SnsEventTopicTest {
  private static final PublishBatchResponse ALL_TAKEN = PublishBatchResponse.builder().build();

  private final List<PublishBatchRequest> requests = new ArrayList<>();
  private Function<PublishBatchRequest, PublishBatchResponse> answer = request -> ALL_TAKEN;
  private final SnsEventTopic topic = new SnsEventTopic(new Client(), "arn:topic.fifo");

  @Test
  void saysWhoseTheEventIsAndWhatSubscribersFilterBy() {
    assertThat(topic.publish(List.of(message("e1", "lisbon", Optional.of(PmsIntegration.JSON)))))
        .isEmpty();

    assertThat(requests.getFirst().topicArn()).isEqualTo("arn:topic.fifo");
    PublishBatchRequestEntry entry = requests.getFirst().publishBatchRequestEntries().getFirst();
    assertThat(entry.message()).isEqualTo("{e1}");
    assertThat(entry.messageGroupId()).isEqualTo("lisbon");
    assertThat(entry.messageDeduplicationId()).isEqualTo("e1");
    assertThat(entry.messageAttributes())
        .containsOnlyKeys("eventType", "pmsIntegration")
        .containsEntry("eventType", text("TwinDetected"))
        .containsEntry("pmsIntegration", text("json"));
  }

  @Test
  void anEventOfAHotelWithoutPmsHasNoSuchAttribute() {
    topic.publish(messages(1));

    assertThat(requests.getFirst().publishBatchRequestEntries().getFirst().messageAttributes())
        .containsOnlyKeys("eventType");
  }

  @Test
  void sendsTenAtATime() {
    topic.publish(messages(23));

    assertThat(requests)
        .extracting(request -> request.publishBatchRequestEntries().size())
        .containsExactly(10, 10, 3);
  }

  @Test
  void aLongIdIsToldByItsHash() {
    String id = "e".repeat(129);
    topic.publish(List.of(message(id, "lisbon", Optional.empty())));
    topic.publish(List.of(message(id, "lisbon", Optional.empty())));

    assertThat(requests)
        .extracting(r -> r.publishBatchRequestEntries().getFirst().messageDeduplicationId())
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
        .hasSize(2)
        .containsOnly(DeduplicationId.of(id));
  }

  @Test
  void givesBackWhatWasRefused() {
    answer =
        request ->
            PublishBatchResponse.builder()
                .failed(BatchResultErrorEntry.builder().id("1").code("Throttled").build())
                .build();
    List<Message> messages = messages(12);

    assertThat(topic.publish(messages)).containsExactly(messages.get(1), messages.get(11));
  }

  @Test
  void givesBackTheRestWhenTheTopicDoesNotAnswer() {
    answer =
        request -> {
          if (requests.size() == 2) {
            throw SdkClientException.create("no answer");
          }
          return ALL_TAKEN;
        };
    List<Message> messages = messages(35);

    assertThat(topic.publish(messages)).isEqualTo(messages.subList(10, 35));
    assertThat(requests).hasSize(2);
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static List<Message> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> message("e" + i, "hotel-" + i, Optional.empty()))
        .toList();
  }

  private static Message message(String id, String property, Optional<PmsIntegration> pms) {
    var event = new TwinDetected(id, Sample.NOW, property, "bk-1", "us-west-2", "eu-west-1", 1);
    return new Message(new OutboxEvent(event, new PropertyId(property), "{" + id + "}"), pms);
  }

  private final class Client implements SnsClient {
    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
      requests.add(request);
      return answer.apply(request);
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
