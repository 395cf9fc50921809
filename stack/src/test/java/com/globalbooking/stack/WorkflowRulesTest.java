package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.Reconciliation;
import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.engine.Workflow;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The state machine as it is deployed. Running it is the business of the local Regions. */
@Timeout(90)
class WorkflowRulesTest {

  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String PUBLISH = "arn:aws:states:::sns:publish";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");
  private static Registered machine = Registered.nothing();
  private static Workflow workflow = new Workflow(new JsonObject(), Map.of());

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
    machine = graph.resource("aws:sfn/stateMachine:StateMachine", "reconciliation");
    workflow = Workflow.parse(machine.text("definition"));
  }

  @Test
  void everyTaskIsTriedAgainAndBoundedAndItsFailureCaught() {
    assertThat(workflow.ofType("Task"))
        .hasSize(4)
        .allMatch(task -> !task.getAsJsonArray("Retry").isEmpty())
        .allMatch(task -> task.get("TimeoutSeconds").getAsInt() > 0)
        .allMatch(task -> task.getAsJsonArray("Catch").toString().contains("[\"States.ALL\"]"));
    assertThat(workflow.ofType("Map")).hasSize(2).allMatch(map -> map.has("Catch"));
    assertThat(workflow.definition().get("TimeoutSeconds").getAsInt()).isLessThan(300);
  }

  @Test
  void everyTaskRunsWhatExistsAndTheRoleMayRun() {
    Set<String> runnable =
        new TreeSet<>(
            List.of(
                graph.arn(Function.RECONCILIATION_CHECKER),
                graph.arn(Function.OVERBOOKING_RESOLVER)));

    for (JsonObject task : workflow.ofType("Task")) {
      String resource = task.get("Resource").getAsString();
      if (resource.equals(PUBLISH)) {
        String topic = task.getAsJsonObject("Parameters").get("TopicArn").getAsString();
        assertThat(graph.output("alarmTopicArn")).contains(topic);
        assertThat(mayRun("sns:Publish")).containsExactly(topic);
      } else {
        assertThat(runnable).contains(resource);
      }
    }
    assertThat(mayRun("lambda:InvokeFunction")).containsExactlyInAnyOrderElementsOf(runnable);
  }

  @Test
  void everyStateIsReachedAndLeadsToAStateThatExists() {
    workflow
        .graphs()
        .forEach(
            (name, part) ->
                assertThat(Workflow.reached(part))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(Workflow.states(part).keySet()));
  }

  @Test
  void whatIsReadOfACheckIsWhatTheCheckerAlwaysAnswers() throws IllegalAccessException {
    Set<String> known = contractFields();
    known.add("failure");
    JsonObject check = workflow.graphs().getOrDefault("CheckSegments", new JsonObject());

    Matcher paths = Pattern.compile("\"\\$\\.([A-Za-z]+)").matcher(check.toString());
    Set<String> read = new TreeSet<>();
    while (paths.find()) {
      read.add(paths.group(1));
    }

    assertThat(read).contains(Reconciliation.SUSPECTS, Reconciliation.CONFLICTS);
    assertThat(known).containsAll(read);
  }

  @Test
  void everySegmentIsAskedForAsTheCheckerTakesIt() {
    JsonArray segments =
        StackRun.of("test-us-west-2")
            .with("reconciliationSegments", "3")
            .run()
            .sound()
            .resource("aws:sfn/stateMachine:StateMachine", "reconciliation")
            .text("definition")
            .transform(Workflow::parse)
            .definition()
            .getAsJsonObject("States")
            .getAsJsonObject("PlanSegments")
            .getAsJsonObject("Result")
            .getAsJsonArray("segments");

    assertThat(segments)
        .extracting(JsonElement::toString)
        .containsExactly(
            "{\"segment\":0,\"segments\":3,\"suspects\":[]}",
            "{\"segment\":1,\"segments\":3,\"suspects\":[]}",
            "{\"segment\":2,\"segments\":3,\"suspects\":[]}");
  }

  @Test
  void suspectsAreLookedAtAgainOnlyAfterLagHasPassed() {
    JsonObject check = workflow.graphs().getOrDefault("CheckSegments", new JsonObject());
    Map<String, JsonObject> states = Workflow.states(check);

    assertThat(Workflow.next(states.getOrDefault("AnySuspects", new JsonObject())))
        .containsExactlyInAnyOrder("LetLagPass", "SegmentChecked");
    assertThat(states.getOrDefault("LetLagPass", new JsonObject()).get("Seconds").getAsInt())
        .as("the time within which a PMS must have been tried")
        .isGreaterThanOrEqualTo(60);
  }

  @Test
  void oneLookTakesLessThanTwoMinutes() {
    assertThat(workflow.ofType("Task"))
        .allMatch(task -> task.get("TimeoutSeconds").getAsInt() <= 120);
    assertThat(graph.deployed(Function.RECONCILIATION_CHECKER).input("timeout").getAsInt())
        .isLessThanOrEqualTo(120);
  }

  @Test
  void theMachineIsLoggedAndTraced() {
    assertThat(machine.text("loggingConfiguration.level")).isEqualTo("ALL");
    assertThat(machine.text("loggingConfiguration.logDestination")).endsWith(":*");
    // Conflicts name bookings.
    assertThat(machine.input("loggingConfiguration.includeExecutionData").getAsBoolean()).isFalse();
    assertThat(machine.input("tracingConfiguration.enabled").getAsBoolean()).isTrue();
  }

  @Test
  void theScheduleStartsTheMachineEveryFiveMinutesAndSaysWhen() {
    Registered schedule =
        graph.resource("aws:scheduler/schedule:Schedule", "reconciliation-schedule");

    assertThat(schedule.text("scheduleExpression")).isEqualTo("rate(5 minutes)");
    assertThat(graph.output("reconciliationStateMachineArn")).contains(schedule.text("target.arn"));
    assertThat(schedule.text("target.input")).contains("<aws.scheduler.scheduled-time>");
    assertThat(resources("reconciliation-schedule-role-policy", "states:StartExecution"))
        .containsExactly(schedule.text("target.arn"));
  }

  private static List<String> mayRun(String action) {
    return resources("reconciliation-role-policy", action);
  }

  private static List<String> resources(String policy, String action) {
    return Policy.statements(graph.resource(POLICY, policy).text("policy")).stream()
        .filter(statement -> Policy.actions(statement).contains(action))
        .flatMap(statement -> Policy.resources(statement).stream())
        .toList();
  }

  private static Set<String> contractFields() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : Reconciliation.class.getFields()) {
      names.add(String.valueOf(field.get(null)));
    }
    return names;
  }
}
