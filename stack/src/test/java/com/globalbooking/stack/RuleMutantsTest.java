package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Puts faults into the graph that the program registers, most of them faults of the customer's own
 * stack, and runs the rules: the one named here must fail.
 */
@Timeout(90)
class RuleMutantsTest {

  /**
   * A fault in one resource.
   *
   * @param resource its type without the package, and its name
   * @param fault the resource with the fault, made from that without
   */
  record Mutant(Class<?> rules, String rule, String resource, UnaryOperator<Registered> fault) {
    Registered in(Registered registered) {
      String type = registered.type().substring(registered.type().lastIndexOf(':') + 1);
      if (!resource.equals(type + " " + registered.name())) {
        return registered;
      }
      Registered faulty = fault.apply(registered);
      assertThat(faulty).as(resource).isNotEqualTo(registered);
      return faulty;
    }

    @Override
    public String toString() {
      return rule + ": " + resource;
    }
  }

  static List<Mutant> mutants() {
    return Stream.of(readers(), messages(), alarms(), stores(), access(), RegionMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> readers() {
    Class<?> rules = EventSourceRulesTest.class;
    String updater = "EventSourceMapping event-sources-cache-updater";
    String publisher = "EventSourceMapping event-sources-event-publisher";
    String partial = "everyReaderAnswersWhichOfABatchFailedAndWaitsForNoMore";
    String patient = "aStreamIsReadFromItsBeginningAndTriedUntilARecordExpires";
    return List.of(
        new Mutant(rules, partial, updater, set("functionResponseTypes", "[]")),
        new Mutant(rules, partial, updater, set("maximumBatchingWindowInSeconds", "1")),
        new Mutant(rules, patient, updater, set("startingPosition", "LATEST")),
        new Mutant(rules, patient, updater, set("maximumRetryAttempts", "5")),
        new Mutant(
            rules,
            "theOutboxIsReadOneBatchOfAShardAtATime",
            publisher,
            set("parallelizationFactor", "2")),
        new Mutant(
            rules,
            "whatAStreamGivesUpGoesWhereTheFunctionMayWrite",
            "RolePolicy functions-cache-updater-role-policy",
            replace("policy", "sqs:SendMessage", "sqs:GetQueueUrl")),
        new Mutant(
            rules,
            "aMessageStaysInvisibleForSixTimesAsLongAsItsReaderMayTake",
            "Queue audit-events",
            set("visibilityTimeoutSeconds", "30")),
        new Mutant(
            rules,
            "whatExpiresInTheOutboxIsNotPublished",
            publisher,
            set("filterCriteria", "{\"filters\":[]}")));
  }

  private static List<Mutant> messages() {
    return List.of(
        new Mutant(
            EventRulesTest.class,
            "noSubscriptionIsForOneProperty",
            "TopicSubscription pms-json-subscription",
            replace("filterPolicy", "eventType", "property_id")),
        new Mutant(
            EventSourceRulesTest.class,
            "whatAQueueGivesUpGoesWhereItsFunctionSendsItsDeadLetters",
            "Queue pms-json",
            replace("redrivePolicy", "pms-dlq", "audit-dlq")),
        new Mutant(
            EventRulesTest.class,
            "everyQueueWithWorkHasADeadLetterQueueOfItsKind",
            "Queue pms-json",
            replace("redrivePolicy", "1000", "5")),
        new Mutant(
            EncryptionRulesTest.class,
            "everyTopicIsEncryptedUnderAKeyThatCloudWatchMayUse",
            "Topic alarm-topic",
            set("kmsMasterKeyId", "alias/aws/sns")),
        new Mutant(
            WorkflowRulesTest.class,
            "whatIsReadOfACheckIsWhatTheCheckerAlwaysAnswers",
            "StateMachine reconciliation",
            replace("definition", "$.suspects", "$.body.suspects")));
  }

  private static List<Mutant> alarms() {
    Class<?> rules = AlarmRulesTest.class;
    String dimensions = "everyAlarmLooksAtAMetricUnderTheDimensionsItIsPublishedWith";
    return List.of(
        new Mutant(
            rules,
            dimensions,
            "MetricAlarm alarms-unresolved-overbookings",
            set("dimensions", "{}")),
        new Mutant(
            rules,
            dimensions,
            "MetricAlarm alarms-api-5xx",
            replace("metricQueries", "\"5xx\"", "\"5XXError\"")),
        new Mutant(
            rules,
            dimensions,
            "MetricAlarm alarms-cache-cpu-1",
            set("dimensions", "{\"ReplicationGroupId\":\"global-booking-prod\"}")),
        new Mutant(
            rules,
            "everyAlarmLooksAtSomethingThatExists",
            "MetricAlarm alarms-audit-age",
            set("dimensions", "{\"QueueName\":\"global-booking-prod-audits\"}")),
        new Mutant(
            rules,
            "oneUnresolvedOverbookingIsEnough",
            "MetricAlarm alarms-unresolved-overbookings",
            set("threshold", "1")),
        new Mutant(
            rules,
            "oneDeadLetterInAnyQueueRings",
            "MetricAlarm alarms-pms-dlq-not-empty",
            set("threshold", "5")),
        new Mutant(
            rules,
            "everyAlarmTellsPeopleWhatItMeansAndWhenItIsOver",
            "MetricAlarm alarms-drift",
            set("alarmActions", "[]")));
  }

  private static List<Mutant> stores() {
    return List.of(
        new Mutant(
            TableRulesTest.class,
            "noTableOfProductionCanBeDeletedByMistake",
            "Table tables-bookings",
            set("deletionProtectionEnabled", "false")),
        new Mutant(
            TableRulesTest.class,
            "everyTableAndReplicaCanBeRestoredToAPointInTime",
            "Table tables-inventory",
            set("pointInTimeRecovery", "{\"enabled\":false}")),
        new Mutant(
            TableRulesTest.class,
            "theOutboxKeepsTheOrderOfAPropertyBecauseItIsThePartitionKey",
            "Table outbox-table",
            set("hashKey", "outbox_id")),
        new Mutant(
            AuditRulesTest.class,
            "theDatabaseOfProductionIsKeptWhateverHappens",
            "Cluster audit-database",
            set("deletionProtection", "false")),
        new Mutant(
            AuditRulesTest.class,
            "noPasswordPassesThroughTheDeployment",
            "Cluster audit-database",
            set("masterPassword", "correct-horse")),
        new Mutant(
            CacheRulesTest.class,
            "theCacheIsEncryptedOnTheWayAndAtRest",
            "ReplicationGroup cache",
            set("transitEncryptionEnabled", "false")));
  }

  private static List<Mutant> access() {
    return List.of(
        new Mutant(
            FunctionRulesTest.class,
            "noPolicyHasAWildcardButOverOwnLogStreamsAndWhatHasNoResource",
            "RolePolicy functions-booking-handler-role-policy",
            replace("policy", "dynamodb:PutItem", "dynamodb:*")),
        new Mutant(
            AuditRulesTest.class,
            "eachUserOfTheDatabaseReadsItsOwnSecretOnly",
            "RolePolicy functions-reconciliation-checker-role-policy",
            replace("policy", "audit-reader", "audit-writer")),
        new Mutant(
            NetworkRulesTest.class,
            "nothingLeavesAnIsolatedSubnetButByEndpoints",
            "RouteTable network-subnets-isolated-routes",
            set("routes", "[{\"cidrBlock\":\"0.0.0.0/0\",\"natGatewayId\":\"nat\"}]")),
        new Mutant(
            BookingApiRulesTest.class,
            "onlyThisApiMayCallAFunction",
            "Permission booking-api-booking-handler-permission",
            set("sourceArn", "arn:aws:execute-api:us-west-2:111122223333:*")));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theRuleFails(Mutant mutant) {
    assertThat(run(mutant, mutant::in).failed().count()).isEqualTo(1);
  }

  /** Or the rules would fail for other reasons than the faults. */
  @Test
  void withoutAFaultNoneFails() {
    for (Mutant mutant : mutants()) {
      assertThat(run(mutant, UnaryOperator.identity()).succeeded().count())
          .as(mutant.rule())
          .isEqualTo(1);
    }
  }

  private static Events run(Mutant mutant, UnaryOperator<Registered> tampering) {
    Events events =
        StackRun.tampered(
            tampering,
            () ->
                EngineTestKit.engine("junit-jupiter")
                    .selectors(selectMethod(mutant.rules(), mutant.rule()))
                    .execute()
                    .testEvents());
    assertThat(events.started().count()).as("rules run").isEqualTo(1);
    return events;
  }

  /** Sets an input: to JSON, or to a text that is none. */
  static UnaryOperator<Registered> set(String input, String value) {
    return registered -> {
      JsonObject inputs = registered.inputs().deepCopy();
      boolean json = value.matches("[\\[{0-9].*|true|false") && !input.equals("policy");
      inputs.add(input, json ? JsonParser.parseString(value) : new JsonPrimitive(value));
      return registered.with(inputs);
    };
  }

  /** Replaces a part of an input that is a text. */
  static UnaryOperator<Registered> replace(String input, String part, String by) {
    return registered -> {
      JsonObject inputs = registered.inputs().deepCopy();
      String text =
          inputs.get(input).isJsonPrimitive()
              ? inputs.get(input).getAsString()
              : inputs.get(input).toString();
      String replaced = text.replace(part, by);
      if (inputs.get(input).isJsonPrimitive()) {
        inputs.addProperty(input, replaced);
      } else {
        inputs.add(input, JsonParser.parseString(replaced));
      }
      return registered.with(inputs);
    };
  }
}
