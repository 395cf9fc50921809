package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.FUNCTION;
import static com.globalbooking.local.workflow.WorkflowFixture.answer;
import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void aFunctionsArnGivesItTheInputAndTakesItsAnswer() throws Exception {
    workflow.function("check", input -> answer("{\"twice\": " + input.path("n").asInt() * 2 + "}"));

    assertThat(workflow.output(task(""), "{\"n\": 4}")).isEqualTo(json("{'twice': 8}"));
    assertThat(workflow.calls).containsExactly(json("{'n': 4}"));
  }

  @Test
  void lambdaInvokeWrapsTheAnswerInPayload() throws Exception {
    workflow.function("check", input -> answer(input.toString()));

    var output =
        workflow.output(
            """
            {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
               "Parameters": {"FunctionName": "%scheck:$LATEST", "Payload": {"n.$": "$.n"}}}}
            """
                .formatted(FUNCTION),
            "{\"n\": 4}");

    assertThat(output.path("Payload")).isEqualTo(json("{'n': 4}"));
    assertThat(output.path("StatusCode").asInt()).isEqualTo(200);
  }

  @Test
  void inputIsSelectedShapedPutAndSelectedAgain() throws Exception {
    workflow.function("check", _ -> answer("{\"code\": 7, \"noise\": true}"));

    var output =
        workflow.output(
            task(
                """
                "InputPath": "$.inner", "Parameters": {"id.$": "$.id", "fixed": [1]},
                "ResultSelector": {"code.$": "$.code"}, "ResultPath": "$.results.check",
                "OutputPath": "$.results",
                """),
            "{\"inner\": {\"id\": \"a\"}, \"results\": {\"before\": 1}}");

    assertThat(workflow.calls).containsExactly(json("{'id': 'a', 'fixed': [1]}"));
    assertThat(output).isEqualTo(json("{'before': 1, 'check': {'code': 7}}"));
  }

  @Test
  void aResultPathOfNullKeepsTheInput() throws Exception {
    workflow.function("check", _ -> answer("{\"code\": 7}"));

    assertThat(workflow.output(task("\"ResultPath\": null,"), "{\"n\": 1}"))
        .isEqualTo(json("{'n': 1}"));
  }

  @Test
  void aResultThatCannotBePutFails() throws Exception {
    workflow.function("check", _ -> answer("1"));

    assertThat(workflow.failure(task("\"ResultPath\": \"$.n.x\","), "{\"n\": 1}").error())
        .isEqualTo("States.ResultPathMatchFailure");
  }

  @Test
  void aParameterPathThatMatchesNothingFails() throws Exception {
    StateFailure failure =
        workflow.failure(task("\"Parameters\": {\"n.$\": \"$.gone\"},"), "{\"n\": 1}");

    assertThat(failure.error()).isEqualTo("States.ParameterPathFailure");
    assertThat(failure.explanation()).contains("$.gone").contains("{\"n\":1}");
    assertThat(workflow.calls).isEmpty();
  }

  @Test
  void anInputPathThatMatchesNothingFailsTheExecution() throws Exception {
    assertThat(workflow.failure(task("\"InputPath\": \"$.gone\","), "{}").error())
        .isEqualTo("States.Runtime");
  }

  @Test
  void aFunctionsErrorIsKnownByItsType() throws Exception {
    workflow.function("check", _ -> WorkflowFixture.error("com.example.NoRoomException"));

    StateFailure failure = workflow.failure(task(""), "{}");

    assertThat(failure.error()).isEqualTo("com.example.NoRoomException");
    assertThat(failure.explanation()).contains("it went wrong");
  }

  @Test
  void lambdasOwnRefusalsHaveLambdasNames() throws Exception {
    workflow.function("check", _ -> new InvocationResult.Throttled());
    assertThat(workflow.failure(task(""), "{}").error())
        .isEqualTo("Lambda.TooManyRequestsException");

    workflow.function("check", _ -> new InvocationResult.TimedOut());
    assertThat(workflow.failure(task(""), "{}").error()).isEqualTo("Sandbox.Timedout");

    workflow.function("check", _ -> new InvocationResult.NoSuchFunction());
    assertThat(workflow.failure(task(""), "{}").error())
        .isEqualTo("Lambda.ResourceNotFoundException");
  }

  @Test
  void aTaskThatTakesTooLongTimesOut() throws Exception {
    workflow.function(
        "check",
        _ -> {
          workflow.time.pass(Duration.ofSeconds(31));
          return answer("1");
        });

    assertThat(workflow.failure(task("\"TimeoutSeconds\": 30,"), "{}").error())
        .isEqualTo("States.Timeout");
    assertThat(workflow.failure(task("\"TimeoutSecondsPath\": \"$.s\","), "{\"s\": 30}").error())
        .isEqualTo("States.Timeout");
    assertThat(workflow.output(task("\"TimeoutSeconds\": 31,"), "{}").asInt()).isEqualTo(1);
  }

  @Test
  void aMessageIsPublishedAsText() throws Exception {
    var output =
        workflow.output(
            """
            {"T": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
               "Parameters": {"TopicArn": "arn:aws:sns:us-west-2:000000000000:alarms",
                 "Subject": "Audit", "Message": {"error.$": "$.error"}}}}
            """,
            "{\"error\": \"x\"}");

    assertThat(output).isEqualTo(json("{'MessageId': 'm-1'}"));
    assertThat(workflow.published.getFirst().path("Message").textValue())
        .isEqualTo("{\"error\":\"x\"}");
  }

  @Test
  void theRoleDecidesAndWhatItDidIsNoted() throws Exception {
    workflow.function("check", _ -> answer("1"));
    workflow.allow("sns:Publish");

    StateFailure failure = workflow.failure(task(""), "{}");

    assertThat(failure.error()).isEqualTo("States.Permissions");
    assertThat(failure.explanation()).contains("lambda:InvokeFunction").contains(FUNCTION);
    assertThat(workflow.calls).isEmpty();
    assertThat(workflow.access.observed()).containsKey("machine");
    assertThat(workflow.access.observed().get("machine")).containsExactly("lambda:InvokeFunction");
  }

  @Test
  void aPayloadBeyondTheLimitFailsAndIsNotCaughtByAll() throws Exception {
    workflow.function("check", _ -> answer("\"" + "x".repeat(262_144) + "\""));

    assertThat(
            workflow
                .failure(
                    task(
                        """
                        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "T"}],
                        """),
                    "{}")
                .error())
        .isEqualTo("States.DataLimitExceeded");
  }

  private static String task(String fields) {
    return "{\"T\": {\"Type\": \"Task\", %s \"Resource\": \"%scheck\", \"End\": true}}"
        .formatted(fields, FUNCTION);
  }
}
