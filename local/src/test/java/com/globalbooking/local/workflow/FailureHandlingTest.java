package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.FUNCTION;
import static com.globalbooking.local.workflow.WorkflowFixture.answer;
import static com.globalbooking.local.workflow.WorkflowFixture.error;
import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.functions.InvocationResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureHandlingTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void retriesWaitLongerEachTimeUpToTheLongest() throws Exception {
    fails("A", "A", "A", "A");

    assertThat(
            workflow
                .output(
                    task(
                        """
                        "Retry": [{"ErrorEquals": ["A"], "IntervalSeconds": 2, "BackoffRate": 3,
                          "MaxAttempts": 4, "MaxDelaySeconds": 10}],
                        """),
                    "{}")
                .asText())
        .isEqualTo("fine");
    assertThat(workflow.time.pauses())
        .containsExactly(seconds(2), seconds(6), seconds(10), seconds(10));
  }

  @Test
  void withoutNumbersThereAreThreeRetriesAfterOneTwoAndFourSeconds() throws Exception {
    fails("A", "A", "A", "A");

    assertThat(workflow.failure(task("\"Retry\": [{\"ErrorEquals\": [\"A\"]}],"), "{}").error())
        .isEqualTo("A");
    assertThat(workflow.time.pauses()).containsExactly(seconds(1), seconds(2), seconds(4));
    assertThat(workflow.calls).hasSize(4);
  }

  @Test
  void fullJitterNeverWaitsLonger() throws Exception {
    fails("A", "A", "A");

    workflow.output(
        task(
            """
            "Retry": [{"ErrorEquals": ["A"], "IntervalSeconds": 8, "BackoffRate": 1,
              "JitterStrategy": "FULL"}],
            """),
        "{}");

    assertThat(workflow.time.pauses()).allMatch(it -> it.compareTo(seconds(8)) <= 0);
  }

  @Test
  void eachRetrierCountsByItself() throws Exception {
    fails("A", "B", "A", "B");

    assertThat(
            workflow
                .output(
                    task(
                        """
                        "Retry": [{"ErrorEquals": ["A"], "MaxAttempts": 2},
                          {"ErrorEquals": ["B"], "MaxAttempts": 2}],
                        """),
                    "{}")
                .asText())
        .isEqualTo("fine");
  }

  @Test
  void noRetryAtAllIsAskedForWithZero() throws Exception {
    fails("A");

    workflow.failure(task("\"Retry\": [{\"ErrorEquals\": [\"A\"], \"MaxAttempts\": 0}],"), "{}");

    assertThat(workflow.calls).hasSize(1);
  }

  @Test
  void aCatcherGoesOnElsewhereWithTheErrorInTheInput() throws Exception {
    fails("A");

    var output = workflow.output(catching("[\"A\"]", "\"ResultPath\": \"$.why\","), "{\"n\": 1}");

    assertThat(output.path("n").asInt()).isEqualTo(1);
    assertThat(output.path("why").path("Error").asText()).isEqualTo("A");
    assertThat(output.path("why").path("Cause").asText()).contains("it went wrong");
  }

  @Test
  void aCatcherWithoutAPathReplacesTheInput() throws Exception {
    fails("A");

    assertThat(workflow.output(catching("[\"A\"]", ""), "{\"n\": 1}").has("n")).isFalse();
  }

  @Test
  void taskFailedCatchesEveryErrorButATimeout() throws Exception {
    fails("A");
    workflow.output(catching("[\"States.TaskFailed\"]", ""), "{}");

    workflow.function(
        "check",
        _ -> {
          workflow.time.pass(seconds(60));
          return answer("1");
        });
    assertThat(workflow.failure(catching("[\"States.TaskFailed\"]", ""), "{}").error())
        .isEqualTo("States.Timeout");
    workflow.output(catching("[\"States.ALL\"]", ""), "{}");
  }

  @Test
  void aRuntimeErrorIsCaughtByNothing() throws Exception {
    String states =
        """
        {"P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {
            "C": {"Type": "Choice", "Default": "E",
              "Choices": [{"Variable": "$.gone", "IsNull": true, "Next": "E"}]},
            "E": {"Type": "Succeed"}}}],
          "Catch": [{"ErrorEquals": ["%s"], "Next": "Saved"}]},
         "Saved": {"Type": "Succeed"}}
        """;

    assertThat(workflow.failure(states.formatted("States.ALL"), "{}").error())
        .isEqualTo("States.Runtime");
    assertThat(workflow.failure(states.formatted("States.Runtime"), "{}").error())
        .isEqualTo("States.Runtime");
  }

  @Test
  void aMissingParameterIsCaughtByItsNameOnly() throws Exception {
    String parameters = "\"Parameters\": {\"n.$\": \"$.gone\"},";

    workflow.output(catching("[\"States.ParameterPathFailure\"]", parameters, ""), "{}");
    assertThat(workflow.failure(catching("[\"States.ALL\"]", parameters, ""), "{}").error())
        .isEqualTo("States.ParameterPathFailure");
  }

  @Test
  void retriesComeBeforeCatchers() throws Exception {
    fails("A");

    assertThat(
            workflow
                .output(
                    catching("[\"A\"]", "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],", ""),
                    "{}")
                .asText())
        .isEqualTo("fine");
  }

  private void fails(String... errors) {
    Deque<String> left = new ArrayDeque<>(List.of(errors));
    workflow.function(
        "check",
        _ -> {
          InvocationResult result = left.isEmpty() ? answer("\"fine\"") : error(left.remove());
          return result;
        });
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static String task(String fields) {
    return "{\"T\": {\"Type\": \"Task\", %s \"Resource\": \"%scheck\", \"End\": true}}"
        .formatted(fields, FUNCTION);
  }

  private static String catching(String errors, String catcherFields) {
    return catching(errors, "", catcherFields);
  }

  private static String catching(String errors, String fields, String catcherFields) {
    String states =
        """
        {"T": {"Type": "Task", "TimeoutSeconds": 30, %s "Resource": "%scheck", "End": true,
           "Catch": [{"ErrorEquals": %s, %s "Next": "Saved"}]},
         "Saved": {"Type": "Pass", "End": true}}
        """
            .formatted(fields, FUNCTION, errors, catcherFields);
    assertThat(json(states).isObject()).isTrue();
    return states;
  }
}
