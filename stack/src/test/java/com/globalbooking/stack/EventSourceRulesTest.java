package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class EventSourceRulesTest {

  private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void everyStreamHasExactlyOneReader() {
    assertThat(streams())
        .extracting(
            mapping -> mapping.text("eventSourceArn").replaceAll(".*table/|/stream.*", ""),
            mapping -> function(mapping).id())
        .containsExactlyInAnyOrder(
            tuple("global-booking-prod-outbox", "event-publisher"),
            tuple("global-booking-prod-inventory", "cache-updater"),
            tuple("global-booking-prod-bookings", "hot-booking-checker"));
  }

  @Test
  void everyQueueWithWorkIsRead() {
    assertThat(queues())
        .extracting(mapping -> mapping.text("eventSourceArn").replaceAll(".*-prod-", ""))
        .containsExactlyInAnyOrder(
            "audit", "overbooking.fifo", "pms-json.fifo", "pms-opentravel.fifo");
  }

  @Test
  void everyReaderAnswersWhichOfABatchFailedAndWaitsForNoMore() {
    assertThat(graph.ofType(MAPPING))
        .allMatch(
            mapping ->
                mapping.texts("functionResponseTypes").equals(List.of("ReportBatchItemFailures")))
        .allMatch(mapping -> mapping.input("maximumBatchingWindowInSeconds").getAsInt() == 0);
  }

  @Test
  void aStreamIsReadFromItsBeginningAndTriedUntilARecordExpires() {
    assertThat(streams())
        .allMatch(mapping -> mapping.text("startingPosition").equals("TRIM_HORIZON"))
        .allMatch(mapping -> mapping.input("maximumRetryAttempts").getAsInt() == -1)
        .allMatch(mapping -> mapping.input("maximumRecordAgeInSeconds").getAsInt() == 86_400)
        .allMatch(mapping -> mapping.input("bisectBatchOnFunctionError").getAsBoolean());
  }

  /** Side by side Lambda keeps the order of one item, not that of one property. */
  @Test
  void theOutboxIsReadOneBatchOfAShardAtATime() {
    assertThat(streams())
        .filteredOn(mapping -> function(mapping) == Function.EVENT_PUBLISHER)
        .singleElement()
        .satisfies(
            mapping -> assertThat(mapping.input("parallelizationFactor").getAsInt()).isEqualTo(1));
  }

  @Test
  void whatAStreamGivesUpGoesWhereTheFunctionMayWrite() {
    for (Registered mapping : streams()) {
      String deadLetters = mapping.text("destinationConfig.onFailure.destinationArn");
      Function function = function(mapping);
      assertThat(deadLetters).endsWith(function.id() + "-dlq");
      assertThat(graph.allows(function, "sqs:SendMessage", deadLetters)).as(function.id()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionMayWriteToTheDeadLetterQueueThatItIsTold(Function function) {
    if (!function.environment().contains(EnvironmentVariable.BOOKING_DEAD_LETTER_QUEUE)) {
      return;
    }
    String url = graph.deployed(function).text("environment.variables.BOOKING_DEAD_LETTER_QUEUE");
    String queue = url.substring(url.lastIndexOf('/') + 1);

    assertThat(queue).contains("-dlq");
    assertThat(
            graph.allows(
                function, "sqs:SendMessage", "arn:aws:sqs:us-west-2:111122223333:" + queue))
        .isTrue();
  }

  @Test
  void whatAQueueGivesUpGoesWhereItsFunctionSendsItsDeadLetters() {
    for (Registered mapping : queues()) {
      Registered queue = queue(mapping.text("eventSourceArn"));
      String redrive = queue.text("redrivePolicy");
      String url =
          graph.deployed(function(mapping)).text("environment.variables.BOOKING_DEAD_LETTER_QUEUE");
      assertThat(
              JsonParser.parseString(redrive)
                  .getAsJsonObject()
                  .get("deadLetterTargetArn")
                  .getAsString())
          .endsWith(":" + url.substring(url.lastIndexOf('/') + 1));
    }
  }

  @Test
  void aMessageStaysInvisibleForSixTimesAsLongAsItsReaderMayTake() {
    for (Registered mapping : queues()) {
      int timeout = graph.deployed(function(mapping)).input("timeout").getAsInt();
      assertThat(queue(mapping.text("eventSourceArn")).input("visibilityTimeoutSeconds").getAsInt())
          .as(mapping.name())
          .isGreaterThanOrEqualTo(6 * timeout);
    }
  }

  @Test
  void aReaderMayReadItsSource() {
    for (Registered mapping : streams()) {
      for (String action :
          List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")) {
        assertThat(graph.allows(function(mapping), action, mapping.text("eventSourceArn")))
            .isTrue();
      }
    }
    for (Registered mapping : queues()) {
      for (String action :
          List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")) {
        assertThat(graph.allows(function(mapping), action, mapping.text("eventSourceArn")))
            .isTrue();
      }
    }
  }

  @Test
  void onlyTheFunctionsThatPutMessagesOffMayDoSo() {
    for (Registered mapping : queues()) {
      for (String action : List.of("sqs:ChangeMessageVisibility", "sqs:GetQueueUrl")) {
        assertThat(graph.allows(function(mapping), action, mapping.text("eventSourceArn")))
            .as(function(mapping).id())
            .isEqualTo(function(mapping) != Function.OVERBOOKING_RESOLVER);
      }
    }
  }

  @Test
  void fifoQueuesAreReadInBatchesThatSqsGives() {
    assertThat(queues())
        .allMatch(mapping -> mapping.input("batchSize").getAsInt() <= 10)
        .allMatch(mapping -> mapping.input("scalingConfig.maximumConcurrency").getAsInt() >= 2);
  }

  @Test
  void whatExpiresInTheOutboxIsNotPublished() {
    Registered publisher = graph.resource(MAPPING, "event-sources-event-publisher");

    assertThat(publisher.objects("filterCriteria.filters"))
        .singleElement()
        .extracting(filter -> filter.get("pattern").getAsString())
        .isEqualTo("{\"dynamodb\":{\"NewImage\":{\"outbox_id\":{\"S\":[{\"exists\":true}]}}}}");
  }

  private static List<Registered> streams() {
    return graph.ofType(MAPPING).stream()
        .filter(mapping -> mapping.text("eventSourceArn").contains(":dynamodb:"))
        .toList();
  }

  private static List<Registered> queues() {
    return graph.ofType(MAPPING).stream()
        .filter(mapping -> mapping.text("eventSourceArn").contains(":sqs:"))
        .toList();
  }

  private static Function function(Registered mapping) {
    return Arrays.stream(Function.values())
        .filter(function -> graph.arn(function).equals(mapping.text("functionName")))
        .findFirst()
        .orElseThrow();
  }

  private static Registered queue(String arn) {
    return graph.ofType("aws:sqs/queue:Queue").stream()
        .filter(queue -> arn.endsWith(":" + queue.text("name")))
        .findFirst()
        .orElseThrow();
  }
}
