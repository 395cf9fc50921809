package com.globalbooking.local.messaging;

import static com.globalbooking.local.messaging.MessagingFixture.REGION;
import static com.globalbooking.local.messaging.MessagingFixture.fifo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Fan-out from topics to queues, published with AWS's own client. */
class SnsIT {
  private MessagingFixture region;
  private SnsClient sns;
  private SqsClient sqs;

  @BeforeEach
  void start() {
    region = new MessagingFixture();
    sns = region.client(SnsClient.builder());
    sqs = region.messaging.queues().client();
  }

  @AfterEach
  void stop() {
    sns.close();
    region.close();
  }

  @Test
  void eachQueueGetsWhatItsFilterLetsPassInOrder() {
    String topic = topic();
    String json = region.queue("json.fifo", fifo());
    String all = region.queue("all", Map.of());
    subscribe(
        topic, "json.fifo", "{\"pms\":[\"json\"],\"type\":[\"Confirmed\",\"Cancelled\"]}", true);
    subscribe(topic, "all", "", true);

    for (int i = 0; i < 10; i++) {
      publish(topic, "hotel-1", "e" + i, Map.of("type", "Confirmed", "pms", "json"));
      publish(topic, "hotel-1", "o" + i, Map.of("type", "Overbooked", "pms", "json"));
      publish(topic, "hotel-1", "n" + i, Map.of("type", "Confirmed"));
    }

    List<Message> received = receive(json, 10);
    assertThat(received)
        .extracting(Message::body)
        .containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9");
    assertThat(received.getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "hotel-1")
        .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "e0");
    assertThat(received.getFirst().messageAttributes()).containsKeys("type", "pms");
    assertThat(receive(all, 30)).hasSize(30);
  }

  @Test
  void aRepeatWithinFiveMinutesIsAnsweredAsTheFirstAndHandedToNobody() {
    String topic = topic();
    PublishResponse first = publish(topic, "hotel-1", "event", Map.of());
    region.clock.pass(Duration.ofSeconds(299));
    assertThat(publish(topic, "hotel-1", "event", Map.of()).messageId())
        .isEqualTo(first.messageId());
    assertThat(region.messaging.topics().messages(topic)).hasSize(1);

    region.clock.pass(Duration.ofSeconds(1));
    assertThat(publish(topic, "hotel-1", "event", Map.of()).messageId())
        .isNotEqualTo(first.messageId());
    assertThat(region.messaging.topics().messages(topic)).hasSize(2);
  }

  @Test
  void withoutRawDeliveryTheMessageComesInAnEnvelope() throws Exception {
    String topic =
        region.messaging.topics().create("news-plain", new Topics.Settings(false, false, false));
    String url = region.queue("enveloped", Map.of());
    subscribe(topic, "enveloped", "", false);
    sns.publish(it -> it.topicArn(topic).subject("Subject & more").message("<text>"));

    JsonNode envelope = new ObjectMapper().readTree(receive(url, 1).getFirst().body());
    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("Subject").asText()).isEqualTo("Subject & more");
    assertThat(envelope.path("Message").asText()).isEqualTo("<text>");
    assertThat(envelope.path("TopicArn").asText()).isEqualTo(topic);
  }

  @Test
  void theEntriesOfABatchFailOneByOne() {
    String topic = topic();
    var answer =
        sns.publishBatch(
            batch ->
                batch
                    .topicArn(topic)
                    .publishBatchRequestEntries(
                        entry("good").messageGroupId("g").messageDeduplicationId("1").build(),
                        entry("groupless").messageDeduplicationId("2").build()));

    assertThat(answer.successful()).extracting(it -> it.id()).containsExactly("good");
    assertThat(answer.successful().getFirst().sequenceNumber()).isNotEmpty();
    assertThat(answer.failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.id()).isEqualTo("groupless");
              assertThat(failed.senderFault()).isTrue();
            })
        .extracting(BatchResultErrorEntry::code)
        .isEqualTo("InvalidParameter");
  }

  @Test
  void theClientUnderstandsRefusals() {
    String topic = topic();
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(topic).message("no group")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("MessageGroupId");
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(topic + "x").message("lost")))
        .isInstanceOf(NotFoundException.class);
    region.allow("sqs:SendMessage");
    assertThatThrownBy(() -> publish(topic, "g", "d", Map.of()))
        .isInstanceOf(AuthorizationErrorException.class)
        .hasMessageContaining("sns:Publish");
  }

  @Test
  void whatWaitsForAQueueThatIsDownIsDeliveredInOrderWhenItIsUp() {
    String topic = topic();
    String url = region.queue("down.fifo", fifo());
    subscribe(topic, "down.fifo", "", true);
    region.outages.begin(REGION, "sqs");
    publish(topic, "g", "one", Map.of());
    publish(topic, "g", "two", Map.of());
    Eventually.holds(
        "the delivery has noticed",
        () -> region.messaging.topics().status().getFirst().lastError().contains("unavailable"));
    assertThat(region.messaging.topics().status().getFirst().waiting()).isEqualTo(2);

    region.outages.end(REGION, "sqs");
    assertThat(receive(url, 2)).extracting(Message::body).containsExactly("one", "two");
  }

  @Test
  void aQueueThatDoesNotLetTheTopicInGetsNothingAndTheDeadLetterQueueAll() {
    String topic = topic();
    sqs.createQueue(it -> it.queueName("closed.fifo").attributes(fifo()));
    String dead = region.queue("dead.fifo", fifo());
    var queues = region.messaging.queues();
    region
        .messaging
        .topics()
        .subscribe(
            new Subscription(
                topic,
                "sqs",
                queues.arn("closed.fifo"),
                true,
                EventFilter.everything(),
                false,
                Optional.of(queues.arn("dead.fifo"))));
    publish(topic, "g", "refused", Map.of());

    assertThat(receive(dead, 1)).extracting(Message::body).containsExactly("refused");
    assertThat(region.messaging.topics().status().getFirst().lost()).isZero();
  }

  @Test
  void aServicePublishesOnlyWhereTheTopicsPolicyLetsIt() throws Exception {
    String topic =
        region.messaging.topics().create("news-alarms", new Topics.Settings(false, false, false));
    String alarm = "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:a";
    region
        .messaging
        .policies()
        .put(
            topic,
            """
            {"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},
             "Action":"sns:Publish","Resource":"%s",
             "Condition":{"StringEquals":{"aws:SourceAccount":"000000000000"}}}]}
            """
                .formatted(topic));
    var message = TopicMessage.of("ALARM", "it burns");

    region.messaging.topics().publishFrom("cloudwatch.amazonaws.com", alarm, topic, message);
    assertThat(region.messaging.topics().messages(topic)).hasSize(1);
    assertThatThrownBy(
            () ->
                region
                    .messaging
                    .topics()
                    .publishFrom("budgets.amazonaws.com", alarm, topic, message))
        .hasMessageContaining("budgets.amazonaws.com");
  }

  private String topic() {
    return region.messaging.topics().create("news.fifo", new Topics.Settings(true, false, false));
  }

  private void subscribe(String topic, String queue, String filter, boolean raw) {
    region
        .messaging
        .topics()
        .subscribe(
            new Subscription(
                topic,
                "sqs",
                region.messaging.queues().arn(queue),
                raw,
                EventFilter.anyOf(filter.isEmpty() ? List.of() : List.of(filter)),
                false,
                Optional.empty()));
  }

  private PublishResponse publish(
      String topic, String group, String body, Map<String, String> attributes) {
    Map<String, MessageAttributeValue> values = new java.util.HashMap<>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    return sns.publish(
        it ->
            it.topicArn(topic)
                .message(body)
                .messageGroupId(group)
                .messageDeduplicationId(body)
                .messageAttributes(values));
  }

  private static PublishBatchRequestEntry.Builder entry(String id) {
    return PublishBatchRequestEntry.builder().id(id).message(id);
  }

  /** Waits until the queue has handed out this many messages. */
  private List<Message> receive(String url, int count) {
    List<Message> received = new java.util.ArrayList<>();
    Eventually.holds(
        count + " messages have come",
        () -> {
          received.addAll(
              sqs.receiveMessage(
                      it ->
                          it.queueUrl(url)
                              .maxNumberOfMessages(1)
                              .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                              .messageAttributeNames("All"))
                  .messages());
          received
              .subList(Math.max(0, received.size() - 1), received.size())
              .forEach(
                  message ->
                      sqs.deleteMessage(
                          it -> it.queueUrl(url).receiptHandle(message.receiptHandle())));
          return received.size() >= count;
        });
    return received;
  }
}
