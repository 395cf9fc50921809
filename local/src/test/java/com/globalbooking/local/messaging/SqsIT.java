package com.globalbooking.local.messaging;

import static com.globalbooking.local.messaging.MessagingFixture.REGION;
import static com.globalbooking.local.messaging.MessagingFixture.fifo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What the fleet relies on in queues, through AWS's own client and the endpoint. */
class SqsIT {
  private static MessagingFixture region;
  private static SqsClient sqs;

  @BeforeAll
  static void start() {
    region = new MessagingFixture();
    sqs = region.sqs();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    region.close();
  }

  @BeforeEach
  void allowEverything() {
    region.allow("sqs:*");
    region.outages.end(REGION, "sqs");
  }

  @Test
  void aMessageComesWithItsAttributes() {
    String url = region.queue("attributes", Map.of());
    sqs.sendMessage(
        send ->
            send.queueUrl(url)
                .messageBody("{\"a\":1}")
                .messageAttributes(
                    Map.of(
                        "eventType",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("BookingConfirmed")
                            .build())));

    Message message = receive(url, 10).getFirst();

    assertThat(message.body()).isEqualTo("{\"a\":1}");
    assertThat(message.messageAttributes())
        .hasEntrySatisfying(
            "eventType", value -> assertThat(value.stringValue()).isEqualTo("BookingConfirmed"));
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
        .containsKey(MessageSystemAttributeName.SENT_TIMESTAMP);
  }

  @Test
  void theUrlOfAQueueIsThatOfTheEndpoint() {
    String url = region.queue("located", Map.of());

    assertThat(sqs.getQueueUrl(get -> get.queueName("located")).queueUrl())
        .isEqualTo(url)
        .isEqualTo(region.uri() + "/000000000000/located");
  }

  @Test
  void aGroupOfAFifoQueueStaysInOrderAndIsBlockedWhileOneOfItIsUnderWay() {
    String url = region.queue("groups.fifo", fifo());
    List<String> sent = IntStream.range(0, 12).mapToObj(Integer::toString).toList();
    sent.forEach(body -> send(url, "hotel-1", body));
    send(url, "hotel-2", "other");

    List<Message> first = receive(url, 5);
    assertThat(first).extracting(Message::body).containsExactlyElementsOf(sent.subList(0, 5));
    List<Message> meanwhile = receive(url, 10);
    assertThat(meanwhile).extracting(Message::body).containsExactly("other");

    delete(url, first.subList(0, 4));
    assertThat(receive(url, 10)).isEmpty();
    delete(url, first.subList(4, 5));
    assertThat(receive(url, 10))
        .extracting(Message::body)
        .containsExactlyElementsOf(sent.subList(5, 12));
  }

  @Test
  void aFailedMessageComesAgainBeforeTheLaterOnesOfItsGroup() {
    String url = region.queue("again.fifo", fifo());
    List.of("one", "two", "three").forEach(body -> send(url, "hotel-1", body));

    List<Message> first = receive(url, 10);
    delete(url, first.subList(0, 1));
    first
        .subList(1, 3)
        .forEach(
            message ->
                sqs.changeMessageVisibility(
                    change ->
                        change
                            .queueUrl(url)
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(0)));

    assertThat(receive(url, 10)).extracting(Message::body).containsExactly("two", "three");
  }

  @Test
  void aRepeatIsDropped() {
    String url = region.queue("repeats.fifo", fifo());
    for (int i = 0; i < 2; i++) {
      sqs.sendMessage(
          send ->
              send.queueUrl(url)
                  .messageBody("same")
                  .messageGroupId("hotel-1")
                  .messageDeduplicationId("event-1"));
    }

    assertThat(receive(url, 10)).hasSize(1);
    assertThat(waiting(url)).isZero();
  }

  @Test
  void aMessageReceivedTooOftenMovesToTheDeadLetterQueue() {
    String dead = region.queue("dead", Map.of());
    String url =
        region.queue(
            "mortal",
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
                    .formatted(region.messaging.queues().arn("dead"))));
    sqs.sendMessage(send -> send.queueUrl(url).messageBody("poison"));

    assertThat(receive(url, 1)).hasSize(1);
    assertThat(receive(url, 1)).hasSize(1);
    assertThat(receive(url, 1)).isEmpty();
    assertThat(receive(dead, 1)).extracting(Message::body).containsExactly("poison");
  }

  @Test
  void theQueueTellsHowManyMessagesWait() {
    String url = region.queue("counted", Map.of());
    var answer =
        sqs.sendMessageBatch(
            batch ->
                batch
                    .queueUrl(url)
                    .entries(
                        IntStream.range(0, 3)
                            .mapToObj(
                                i ->
                                    SendMessageBatchRequestEntry.builder()
                                        .id("e" + i)
                                        .messageBody("m" + i)
                                        .build())
                            .toList()));
    assertThat(answer.successful()).hasSize(3);
    receive(url, 1);

    assertThat(waiting(url)).isEqualTo(2);
    assertThat(
            sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1")
        .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:eu-west-1:000000000000:counted");
  }

  @Test
  void aBatchNeedsThePermissionOfItsSingleAction() {
    String url = region.queue("guarded", Map.of());
    region.allow("sqs:ReceiveMessage");

    assertThatThrownBy(
            () ->
                sqs.sendMessageBatch(
                    batch ->
                        batch
                            .queueUrl(url)
                            .entries(
                                SendMessageBatchRequestEntry.builder()
                                    .id("e")
                                    .messageBody("m")
                                    .build())))
        .isInstanceOfSatisfying(
            SqsException.class,
            denied ->
                assertThat(denied.awsErrorDetails().errorMessage())
                    .contains("sqs:SendMessage on resource")
                    .contains(":guarded"));
    region.allow("sqs:SendMessage");
    sqs.sendMessage(send -> send.queueUrl(url).messageBody("m"));
    assertThatThrownBy(() -> receive(url, 1)).isInstanceOf(SqsException.class);
    assertThat(region.access.observed())
        .hasEntrySatisfying(
            "f",
            actions ->
                assertThat(actions)
                    .contains("sqs:SendMessage", "sqs:ReceiveMessage")
                    .doesNotContain("sqs:SendMessageBatch"));
  }

  @Test
  void theClientUnderstandsThatThereIsNoSuchQueue() {
    assertThatThrownBy(() -> receive(region.messaging.queues().url("nowhere"), 1))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void aServiceThatIsDownAnswers503UntilItIsUp() {
    String url = region.queue("outage", Map.of());
    region.outages.begin(REGION, "sqs");
    assertThatThrownBy(() -> sqs.sendMessage(send -> send.queueUrl(url).messageBody("m")))
        .isInstanceOfSatisfying(
            SqsException.class, down -> assertThat(down.statusCode()).isEqualTo(503));

    region.outages.end(REGION, "sqs");
    sqs.sendMessage(send -> send.queueUrl(url).messageBody("m"));
    assertThat(waiting(url)).isEqualTo(1);
  }

  private static void send(String url, String group, String body) {
    sqs.sendMessage(
        send ->
            send.queueUrl(url)
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(group + body));
  }

  private static List<Message> receive(String url, int max) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(max)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private static void delete(String url, List<Message> messages) {
    messages.forEach(
        message ->
            sqs.deleteMessage(
                delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
  }

  private static int waiting(String url) {
    return Integer.parseInt(
        sqs.getQueueAttributes(
                get ->
                    get.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "none"));
  }
}
