package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.MessageAttribute;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The topic, its queues and what they are sent. */
@Timeout(90)
class EventRulesTest {

  private static final String QUEUE = "aws:sqs/queue:Queue";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final String TOPIC_ARN =
      "arn:aws:sns:us-west-2:111122223333:global-booking-prod-inventory-updates.fifo";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void theTopicKeepsTheOrderAndTellsRepeatsByTheEventId() {
    Registered topic = graph.resource("aws:sns/topic:Topic", "events-topic");

    assertThat(topic.text("name")).endsWith(".fifo");
    assertThat(topic.input("fifoTopic").getAsBoolean()).isTrue();
    assertThat(topic.input("contentBasedDeduplication").getAsBoolean()).isFalse();
  }

  @Test
  void aQueueIsFifoExactlyWhenItsNameSaysSo() {
    for (Registered queue : graph.ofType(QUEUE)) {
      assertThat(queue.inputs().has("fifoQueue"))
          .as(queue.text("name"))
          .isEqualTo(queue.text("name").endsWith(".fifo"));
    }
  }

  @Test
  void everySubscriberGetsTheEventItselfAndIsNotForgottenWhenItCannotBeReached() {
    assertThat(graph.ofType(SUBSCRIPTION))
        .filteredOn(subscription -> subscription.text("protocol").equals("sqs"))
        .hasSize(4)
        .allMatch(subscription -> subscription.text("topic").equals(TOPIC_ARN))
        .allMatch(subscription -> subscription.input("rawMessageDelivery").getAsBoolean())
        .allMatch(
            subscription ->
                subscription
                    .text("redrivePolicy")
                    .contains("global-booking-prod-inventory-updates-dlq.fifo"));
  }

  @Test
  void noSubscriptionIsForOneProperty() {
    List<JsonObject> filters = filters().toList();

    assertThat(filters).hasSize(3);
    assertThat(filters)
        .allMatch(
            filter ->
                List.of(MessageAttribute.EVENT_TYPE, MessageAttribute.PMS_INTEGRATION)
                    .containsAll(filter.keySet()));
    assertThat(filters.toString()).doesNotContain("property", "hotel");
  }

  @Test
  void theAuditTrailGetsEveryEvent() {
    assertThat(
            graph.resource(SUBSCRIPTION, "audit-events-subscription").inputs().has("filterPolicy"))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aPmsQueueGetsWhatHappensToBookingsOfItsIntegration(PmsIntegration integration) {
    assertThat(
            graph
                .resource(SUBSCRIPTION, "pms-" + integration.id() + "-subscription")
                .text("filterPolicy"))
        .isEqualTo(
            "{\"eventType\":[\"BookingConfirmed\",\"BookingReassigned\",\"BookingCancelled\"],"
                + "\"pmsIntegration\":[\"%s\"]}",
            integration.id());
  }

  @Test
  void onlyTheTopicMayPutEventsIntoAQueueFromOutside() {
    List<Registered> policies = graph.ofType("aws:sqs/queuePolicy:QueuePolicy");
    List<JsonObject> allowed =
        policies.stream()
            .flatMap(policy -> Policy.statements(policy.text("policy")).stream())
            .filter(statement -> statement.get("Effect").getAsString().equals("Allow"))
            .toList();

    assertThat(policies).hasSameSizeAs(graph.ofType(QUEUE));
    assertThat(allowed)
        .hasSize(5)
        .allMatch(
            statement ->
                statement.get("Principal").toString().equals("{\"Service\":\"sns.amazonaws.com\"}"))
        .allMatch(statement -> Policy.actions(statement).equals(List.of("sqs:SendMessage")))
        .allMatch(
            statement ->
                statement
                    .get("Condition")
                    .toString()
                    .equals("{\"ArnEquals\":{\"aws:SourceArn\":\"%s\"}}".formatted(TOPIC_ARN)));
  }

  @Test
  void nobodyReachesAQueueOrATopicWithoutTls() {
    for (String type :
        List.of("aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topicPolicy:TopicPolicy")) {
      assertThat(graph.ofType(type))
          .isNotEmpty()
          .allMatch(
              policy ->
                  Policy.statements(policy.text("policy")).stream()
                      .anyMatch(
                          it ->
                              it.get("Effect").getAsString().equals("Deny")
                                  && it.get("Condition")
                                      .toString()
                                      .equals("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")));
    }
    assertThat(graph.ofType("aws:sns/topicPolicy:TopicPolicy"))
        .hasSameSizeAs(graph.ofType("aws:sns/topic:Topic"));
  }

  /** It may hold bookings that no hotel has heard of. */
  @Test
  void noQueueOfProductionIsDeletedByMistake() {
    assertThat(graph.ofType(QUEUE)).isNotEmpty().allMatch(Registered::protect);
  }

  @Test
  void everySubscribedQueueTakesWhatTheTopicDelivers() {
    List<String> open =
        graph.ofType("aws:sqs/queuePolicy:QueuePolicy").stream()
            .flatMap(policy -> Policy.statements(policy.text("policy")).stream())
            .flatMap(statement -> Policy.resources(statement).stream())
            .toList();

    assertThat(open)
        .containsAll(
            graph.ofType(SUBSCRIPTION).stream()
                .filter(it -> it.text("protocol").equals("sqs"))
                .map(it -> it.text("endpoint"))
                .toList());
  }

  @Test
  void everyQueueWithWorkHasADeadLetterQueueOfItsKind() {
    List<Registered> work =
        graph.ofType(QUEUE).stream().filter(it -> !it.text("name").contains("-dlq")).toList();

    assertThat(work).hasSize(4);
    for (Registered queue : work) {
      JsonObject redrive = JsonParser.parseString(queue.text("redrivePolicy")).getAsJsonObject();
      assertThat(redrive.get("deadLetterTargetArn").getAsString())
          .as(queue.text("name"))
          .contains("-dlq");
      assertThat(redrive.get("deadLetterTargetArn").getAsString().endsWith(".fifo"))
          .isEqualTo(queue.text("name").endsWith(".fifo"));
      assertThat(redrive.get("maxReceiveCount").getAsInt())
          .as("a hotel's system may be down for a day")
          .isEqualTo(queue.text("name").contains("pms-") ? 1_000 : 100);
    }
  }

  @Test
  void deadLettersAreKeptLongerThanWorkWaits() {
    int work =
        graph.ofType(QUEUE).stream()
            .filter(it -> !it.text("name").contains("-dlq"))
            .mapToInt(it -> it.input("messageRetentionSeconds").getAsInt())
            .max()
            .orElseThrow();

    assertThat(graph.ofType(QUEUE).stream().filter(it -> it.text("name").contains("-dlq")))
        .hasSize(7)
        .allMatch(it -> it.input("messageRetentionSeconds").getAsInt() > work);
  }

  private static Stream<JsonObject> filters() {
    return graph.ofType(SUBSCRIPTION).stream()
        .filter(subscription -> subscription.inputs().has("filterPolicy"))
        .map(it -> JsonParser.parseString(it.text("filterPolicy")).getAsJsonObject());
  }
}
