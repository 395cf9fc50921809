package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules for the graph as a whole: outputs, provider, parents, names, tags, previews. */
@Timeout(90)
class TopologyRulesTest {

  private static StackGraph primary = new StackGraph(List.of(), Map.of(), "not run yet");
  private static StackGraph replica = primary;

  @BeforeAll
  static void deployProduction() {
    primary = StackRun.of("prod-us-west-2").run().sound();
    replica = StackRun.of("prod-eu-west-1").run().sound();
  }

  @Test
  void thePrimaryStackHasEveryOutputOfTheContract() throws IllegalAccessException {
    assertThat(primary.outputs().keySet()).isEqualTo(contractOutputs());
    assertThat(primary.output(StackOutput.ROLE)).contains("primary");
  }

  @Test
  void aReplicaStackHasTheSameOutputs() throws IllegalAccessException {
    assertThat(replica.outputs().keySet()).isEqualTo(contractOutputs());
    assertThat(replica.output(StackOutput.ROLE)).contains("replica");
  }

  /** Everything that makes a Region the primary one, and so has to move with it. */
  @Test
  void primaryAndReplicaDifferInWhoCreatesTheTablesAndKeepsTheBudgetOnly() {
    Set<String> inBoth = names(primary);
    inBoth.retainAll(names(replica));

    assertThat(without(names(primary), inBoth))
        .containsExactlyInAnyOrder(
            "pulumi:pulumi:Stack global-booking-prod-us-west-2",
            "global-booking:inventory:PrimaryTables tables",
            "global-booking:inventory:StreamedTable tables-inventory",
            "global-booking:inventory:StreamedTable tables-bookings",
            "global-booking:inventory:StreamedTable tables-regions",
            "aws:dynamodb/table:Table tables-inventory",
            "aws:dynamodb/table:Table tables-bookings",
            "aws:dynamodb/table:Table tables-regions",
            "global-booking:alarms:Budget budget",
            "aws:budgets/budget:Budget budget-monthly",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-heartbeat-eu-west-1",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-inventory-eu-west-1",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-regions-eu-west-1",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-bookings-eu-west-1");
    assertThat(without(names(replica), inBoth))
        .containsExactlyInAnyOrder(
            "pulumi:pulumi:Stack global-booking-prod-eu-west-1",
            "global-booking:inventory:ReplicaTables tables",
            "global-booking:inventory:ReplicaTable tables-inventory",
            "global-booking:inventory:ReplicaTable tables-bookings",
            "global-booking:inventory:ReplicaTable tables-regions",
            "aws:dynamodb/tableReplica:TableReplica tables-inventory",
            "aws:dynamodb/tableReplica:TableReplica tables-bookings",
            "aws:dynamodb/tableReplica:TableReplica tables-regions",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-heartbeat-us-west-2",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-inventory-us-west-2",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-regions-us-west-2",
            "aws:cloudwatch/metricAlarm:MetricAlarm alarms-replication-bookings-us-west-2");
  }

  @Test
  void aThirdRegionIsAReplicaLikeTheSecond() {
    StackGraph third = StackRun.of("prod-ap-southeast-1").run().sound();

    assertThat(renamed(names(third), "ap-southeast-1"))
        .isEqualTo(renamed(names(replica), "eu-west-1"));
  }

  @Test
  void everythingIsCreatedInTheRegionThatTheStackIsNamedAfter() {
    for (StackGraph graph : List.of(primary, replica)) {
      Registered provider = graph.resource("pulumi:providers:aws", "aws");
      assertThat(graph.resources().stream().filter(Registered::isOnAws))
          .isNotEmpty()
          .allMatch(resource -> resource.provider().startsWith(provider.urn()));
    }
    assertThat(replica.resource("pulumi:providers:aws", "aws").text("region"))
        .isEqualTo("eu-west-1");
  }

  @Test
  void everyResourceBelongsToAComponentAndIsNamedAfterIt() {
    for (StackGraph graph : List.of(primary, replica)) {
      Map<String, Registered> byUrn =
          graph.resources().stream()
              .collect(Collectors.toMap(Registered::urn, Function.identity()));
      for (Registered resource : graph.resources()) {
        if (resource.isOnAws()) {
          Registered parent = byUrn.get(resource.parent());
          assertThat(parent).as(resource.urn()).isNotNull().matches(Registered::isComponent);
          assertThat(resource.name()).startsWith(parent == null ? "" : parent.name());
        }
      }
    }
  }

  @Test
  void everythingThatTakesTagsSaysWhoseItIs() {
    List<JsonObject> tags =
        primary.resources().stream()
            .filter(resource -> resource.inputs().has("tags"))
            .map(resource -> resource.input("tags").getAsJsonObject())
            .toList();

    assertThat(tags)
        .hasSizeGreaterThan(100)
        .allMatch(
            each ->
                each.keySet()
                    .containsAll(
                        Set.of(
                            "Project",
                            "Application",
                            "Environment",
                            "Owner",
                            "CostCenter",
                            "Name")));
  }

  @Test
  void tagsOfTheDeploymentComeWithTheProducts() {
    StackGraph tagged =
        StackRun.of("test-us-west-2").with("tags", "{\"DataClass\":\"personal\"}").run().sound();

    assertThat(
            tagged.resources().stream()
                .filter(resource -> resource.inputs().has("tags"))
                .map(resource -> resource.text("tags.DataClass")))
        .hasSizeGreaterThan(100)
        .containsOnly("personal");
  }

  @Test
  void aPreviewOfWhatWasNeverDeployedRegistersTheSameResources() {
    assertThat(names(StackRun.of("prod-us-west-2").asPreview().run().sound()))
        .isEqualTo(names(primary));
    assertThat(names(StackRun.of("prod-eu-west-1").asPreview().run().sound()))
        .isEqualTo(names(replica));
  }

  @Test
  void inAPreviewWhatOnlyAwsKnowsIsUnknown() {
    StackGraph preview = StackRun.of("prod-us-west-2").asPreview().run().sound();

    assertThat(preview.output(StackOutput.API_ENDPOINT)).isEmpty();
    assertThat(
            preview
                .resource("aws:lambda/function:Function", "functions-booking-handler")
                .text("s3ObjectVersion"))
        .isEqualTo(Registered.UNKNOWN);
  }

  private static Set<String> names(StackGraph graph) {
    return graph.resources().stream()
        .map(resource -> resource.type() + " " + resource.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names as they would be in a Region that is called here, whichever others there are. */
  private static Set<String> renamed(Set<String> names, String own) {
    return names.stream()
        .map(
            name ->
                name.replace(own, "here")
                    .replaceAll("(us-west-2|eu-west-1|ap-southeast-1)$", "elsewhere"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> names, Set<String> others) {
    Set<String> rest = new TreeSet<>(names);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> contractOutputs() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : Arrays.asList(StackOutput.class.getFields())) {
      names.add(String.valueOf(field.get(null)));
    }
    return names;
  }
}
