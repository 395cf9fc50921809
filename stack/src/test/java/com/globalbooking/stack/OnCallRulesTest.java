package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever is paged knows what it means, and sees on one page how the Region is. */
@Timeout(90)
class OnCallRulesTest {

  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void everyAlarmHasARunbook() throws IOException {
    String runbooks = Files.readString(Path.of("..", "docs", "runbooks.md"));
    Stream<String> descriptions =
        Stream.concat(
            graph.ofType(ALARM).stream().map(alarm -> alarm.text("alarmDescription")),
            graph.ofType(COMPOSITE).stream().map(alarm -> alarm.text("alarmDescription")));

    assertThat(descriptions.map(text -> text.replaceAll("(?s).*Runbook: docs/runbooks.md#", "")))
        .isNotEmpty()
        .allMatch(heading -> runbooks.contains("\n## " + heading + "\n"));
  }

  @Test
  void everyServiceLevelHasAnAlarm() {
    assertThat(graph.ofType(ALARM).stream().map(alarm -> alarm.name().replace("alarms-", "")))
        .contains(
            "booking-latency",
            "api-throttled",
            "cache-delay",
            "replication-inventory-eu-west-1",
            "heartbeat-eu-west-1",
            "heartbeat-ap-southeast-1",
            "pms-attempt-delay",
            "circuit-open",
            "reconciliation-slow",
            "inventory-write-throttled",
            "inventory-PropertyIndex-write-throttled",
            "events-lost",
            "audit-volume");
  }

  /** Replication that stands still publishes nothing; what does not arrive must ring then too. */
  @Test
  void aHeartbeatThatStaysAwayRings() {
    assertThat(graph.resource(ALARM, "alarms-heartbeat-eu-west-1").text("treatMissingData"))
        .isEqualTo("breaching");
  }

  /** Another Region could not help with a hotel's system, nor with another Region. */
  @Test
  void theRegionsAlarmIsMadeOfWhatKeepsGuestsFromBookingHere() {
    Registered region = graph.resource(COMPOSITE, "alarms-guests-cannot-book");

    assertThat(region.text("alarmRule"))
        .isEqualTo(
            "ALARM(\"global-booking-prod-api-down\") OR"
                + " ALARM(\"global-booking-prod-inventory-system-errors\")");
    assertThat(region.dependencies())
        .contains(
            graph.resource(ALARM, "alarms-api-down").urn(),
            graph.resource(ALARM, "alarms-inventory-system-errors").urn());
    assertThat(
            graph
                .deployed(Function.REGION_HEALTH)
                .text("environment.variables.BOOKING_REGION_ALARM"))
        .isEqualTo(region.text("alarmName"));
  }

  /** One fault of one request at night is no half of the traffic. */
  @Test
  void faultsAreCountedAgainstRequests() {
    List<JsonObject> queries = graph.resource(ALARM, "alarms-api-down").objects("metricQueries");

    assertThat(queries.getFirst().get("expression").getAsString())
        .isEqualTo("IF(whole >= 20, 100 * part / whole, 0)");
    assertThat(queries).hasSize(3);
  }

  @Test
  void onePageAnswersWhetherGuestsCanBook() {
    JsonObject page =
        JsonParser.parseString(
                graph
                    .resource("aws:cloudwatch/dashboard:Dashboard", "dashboard-region")
                    .text("dashboardBody"))
            .getAsJsonObject();

    assertThat(page.toString())
        .contains(
            "Can guests book here?",
            "How fast?",
            "What is behind?",
            "What is broken?",
            "alarm:global-booking-prod-guests-cannot-book",
            "HealthCheckStatus");
    assertThat(page.getAsJsonArray("widgets").size()).isGreaterThan(12);
  }

  @Test
  void onlyThePrimaryRegionsStackKeepsTheBudget() {
    assertThat(graph.ofType("aws:budgets/budget:Budget")).hasSize(1);
    assertThat(StackRun.of("prod-eu-west-1").run().sound().ofType("aws:budgets/budget:Budget"))
        .isEmpty();
  }

  @Test
  void whoIsToldIsConfiguration() {
    assertThat(
            StackRun.of("test-us-west-2")
                .with("alarmEmails", "[\"people@acme.travel\"]")
                .run()
                .sound()
                .resource(
                    "aws:sns/topicSubscription:TopicSubscription", "alarm-topic-people@acme.travel")
                .text("endpoint"))
        .isEqualTo("people@acme.travel");
  }
}
