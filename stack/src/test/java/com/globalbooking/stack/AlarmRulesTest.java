package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.Metric;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alarm that looks where nothing is published never rings. */
@Timeout(90)
class AlarmRulesTest {

  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void everyAlarmLooksAtAMetricUnderTheDimensionsItIsPublishedWith() {
    for (Registered alarm : graph.ofType(ALARM)) {
      for (JsonObject metric : metrics(alarm)) {
        String namespace = metric.get("namespace").getAsString();
        assertThat(DocumentedMetrics.DIMENSIONS.get(namespace))
            .as(alarm.name())
            .contains(dimensions(metric).keySet());
        if (!namespace.equals(Metric.NAMESPACE)) {
          assertThat(DocumentedMetrics.NAMES.get(namespace))
              .as(alarm.name())
              .contains(metric.get("metricName").getAsString());
        }
      }
    }
  }

  @Test
  void everyAlarmLooksAtSomethingThatExists() {
    Set<String> existing =
        new TreeSet<>(
            List.of(
                "eu-west-1",
                "ap-southeast-1",
                "0001",
                "prod",
                "$default",
                "POST",
                "/book",
                "TransactWriteItems"));
    Stream.of(
            "aws:lambda/function:Function",
            "aws:sqs/queue:Queue",
            "aws:sns/topic:Topic",
            "aws:dynamodb/table:Table")
        .flatMap(type -> graph.ofType(type).stream())
        .forEach(resource -> existing.add(resource.text("name")));
    graph.ofType("aws:dynamodb/table:Table").stream()
        .filter(table -> table.inputs().has("globalSecondaryIndexes"))
        .flatMap(table -> table.objects("globalSecondaryIndexes").stream())
        .forEach(index -> existing.add(index.get("name").getAsString()));
    graph
        .ofType("aws:rds/clusterInstance:ClusterInstance")
        .forEach(instance -> existing.add(instance.text("identifier")));
    existing.add(
        graph.resource("aws:rds/cluster:Cluster", "audit-database").text("clusterIdentifier"));
    Arrays.stream(Function.values()).forEach(function -> existing.add(function.id()));
    existing.add("booking-api-id");
    existing.add(String.valueOf(graph.output("reconciliationStateMachineArn").orElseThrow()));
    for (int shard = 1; shard <= 3; shard++) {
      for (int node = 1; node <= 3; node++) {
        existing.add("global-booking-prod-000%d-00%d".formatted(shard, node));
      }
    }

    for (Registered alarm : graph.ofType(ALARM)) {
      for (JsonObject metric : metrics(alarm)) {
        dimensions(metric)
            .asMapOfTexts()
            .forEach(
                (key, value) -> assertThat(existing).as(alarm.name() + " " + key).contains(value));
      }
    }
  }

  @Test
  void whatFunctionsMeasureIsLookedAtAsTheContractSaysTheyEmitIt() {
    for (Registered alarm : inNamespace(Metric.NAMESPACE).toList()) {
      Metric metric =
          Arrays.stream(Metric.values())
              .filter(each -> each.metricName().equals(alarm.text("metricName")))
              .findFirst()
              .orElseThrow();
      assertThat(dimensions(alarm).text(Metric.FUNCTION_DIMENSION))
          .isEqualTo(metric.function().id());
    }
    assertThat(inNamespace(Metric.NAMESPACE).map(alarm -> alarm.text("metricName")))
        .contains("UnresolvedOverbookings", "CircuitsOpened", "Drift");
  }

  @Test
  void oneUnresolvedOverbookingIsEnough() {
    Registered alarm = graph.resource(ALARM, "alarms-unresolved-overbookings");

    assertThat(alarm.input("threshold").getAsInt()).isZero();
    assertThat(alarm.text("comparisonOperator")).isEqualTo("GreaterThanThreshold");
    assertThat(alarm.input("evaluationPeriods").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void errorsAndThrottlesOfAFunctionRing(Function function) {
    assertThat(
            inNamespace("AWS/Lambda")
                .filter(
                    alarm ->
                        dimensions(alarm)
                            .text("FunctionName")
                            .equals("global-booking-prod-" + function.id()))
                .map(alarm -> alarm.text("metricName")))
        .contains("Errors", "Throttles");
  }

  @Test
  void aStreamThatFallsBehindRings() {
    assertThat(
            inNamespace("AWS/Lambda")
                .filter(alarm -> alarm.text("metricName").equals("IteratorAge"))
                .map(alarm -> dimensions(alarm).text("FunctionName")))
        .containsExactlyInAnyOrder(
            "global-booking-prod-event-publisher",
            "global-booking-prod-cache-updater",
            "global-booking-prod-hot-booking-checker");
  }

  @Test
  void oneDeadLetterInAnyQueueRings() {
    Set<String> deadLetterQueues = queues(true);

    List<Registered> alarms =
        inNamespace("AWS/SQS")
            .filter(alarm -> alarm.text("metricName").equals("ApproximateNumberOfMessagesVisible"))
            .toList();

    assertThat(deadLetterQueues).hasSize(7);
    assertThat(alarms)
        .allMatch(alarm -> alarm.input("threshold").getAsInt() == 0)
        .allMatch(alarm -> alarm.input("evaluationPeriods").getAsInt() == 1)
        .extracting(alarm -> dimensions(alarm).text("QueueName"))
        .containsExactlyInAnyOrderElementsOf(deadLetterQueues);
  }

  @Test
  void aMessageThatWaitsTooLongInAnyQueueRings() {
    assertThat(
            inNamespace("AWS/SQS")
                .filter(alarm -> alarm.text("metricName").equals("ApproximateAgeOfOldestMessage"))
                .map(alarm -> dimensions(alarm).text("QueueName")))
        .containsExactlyInAnyOrderElementsOf(queues(false));
  }

  @Test
  void anAuditThatFailsEndsTooLateOrNeverStartsRings() {
    assertThat(inNamespace("AWS/States").map(alarm -> alarm.text("metricName")))
        .containsExactlyInAnyOrder(
            "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsSucceeded", "ExecutionTime");
    Registered silent = graph.resource(ALARM, "alarms-reconciliation-silent");
    assertThat(silent.text("comparisonOperator")).isEqualTo("LessThanThreshold");
    assertThat(silent.text("treatMissingData")).isEqualTo("breaching");
  }

  @Test
  void aReplicaThatIsTenSecondsBehindRings() {
    assertThat(
            inNamespace("AWS/DynamoDB")
                .filter(alarm -> alarm.text("metricName").equals("ReplicationLatency")))
        .hasSize(6)
        .allMatch(alarm -> alarm.input("threshold").getAsInt() == 10_000)
        .allMatch(alarm -> alarm.text("statistic").equals("Maximum"));
  }

  @Test
  void everyNodeOfTheCacheAndEveryInstanceOfTheDatabaseIsWatched() {
    assertThat(
            inNamespace("AWS/ElastiCache")
                .map(
                    alarm ->
                        alarm.text("metricName") + " " + dimensions(alarm).text("CacheClusterId")))
        .hasSize(18)
        .doesNotHaveDuplicates();
    assertThat(
            inNamespace("AWS/RDS")
                .filter(alarm -> dimensions(alarm).keySet().contains("DBInstanceIdentifier"))
                .map(alarm -> dimensions(alarm).text("DBInstanceIdentifier")))
        .hasSize(10)
        .containsOnly("global-booking-prod-audit-1", "global-booking-prod-audit-2");
  }

  @Test
  void everyAlarmTellsPeopleWhatItMeansAndWhenItIsOver() {
    String topic = String.valueOf(graph.output("alarmTopicArn").orElseThrow());

    assertThat(graph.ofType(ALARM))
        .allMatch(alarm -> alarm.texts("alarmActions").equals(List.of(topic)))
        .allMatch(alarm -> alarm.texts("okActions").equals(List.of(topic)))
        .allMatch(alarm -> alarm.text("alarmDescription").length() > 20);
  }

  private static Stream<Registered> inNamespace(String namespace) {
    return graph.ofType(ALARM).stream()
        .filter(alarm -> alarm.inputs().has("namespace"))
        .filter(alarm -> alarm.text("namespace").equals(namespace));
  }

  private static Set<String> queues(boolean deadLetters) {
    Set<String> names = new TreeSet<>();
    graph.ofType("aws:sqs/queue:Queue").stream()
        .map(queue -> queue.text("name"))
        .filter(name -> name.contains("-dlq") == deadLetters)
        .forEach(names::add);
    return names;
  }

  private record Dimensions(JsonObject json) {
    Set<String> keySet() {
      return json.keySet();
    }

    String text(String key) {
      return json.get(key).getAsString();
    }

    Map<String, String> asMapOfTexts() {
      Map<String, String> texts = new TreeMap<>();
      json.keySet().forEach(key -> texts.put(key, text(key)));
      return texts;
    }
  }

  private static Dimensions dimensions(Registered alarm) {
    return dimensions(alarm.inputs());
  }

  private static Dimensions dimensions(JsonObject metric) {
    return new Dimensions(
        metric.has("dimensions") ? metric.getAsJsonObject("dimensions") : new JsonObject());
  }

  /** What an alarm looks at: one metric, or those that a formula is made of. */
  private static List<JsonObject> metrics(Registered alarm) {
    return alarm.inputs().has("metricQueries")
        ? alarm.objects("metricQueries").stream()
            .filter(query -> query.has("metric"))
            .map(query -> query.getAsJsonObject("metric"))
            .toList()
        : List.of(alarm.inputs());
  }
}
