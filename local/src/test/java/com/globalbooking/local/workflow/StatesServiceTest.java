package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.MACHINE;
import static com.globalbooking.local.workflow.WorkflowFixture.ROLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.Permission;
import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatesServiceTest {
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WorkflowFixture workflow = new WorkflowFixture();
  private final StatesService service =
      new StatesService(
          region -> region.equals(OREGON) ? Optional.of(workflow.machines) : Optional.empty());

  @BeforeEach
  void deploy() {
    workflow.machines.deploy(
        MACHINE,
        "machine",
        ROLE,
        """
        {"StartAt": "P", "States": {"P": {"Type": "Pass", "ResultPath": "$.was", "End": true}}}
        """);
  }

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void anExecutionIsStartedAndDescribed() throws Exception {
    JsonNode started = ask("StartExecution", "{'stateMachineArn':'%s','name':'one','input':'{}'}");
    String arn = started.path("executionArn").asText();
    assertThat(arn).isEqualTo(MACHINE.replace("stateMachine", "execution") + ":one");
    assertThat(workflow.machines.execution(arn).orElseThrow().await(Duration.ofSeconds(10)))
        .isTrue();

    JsonNode described = ask("DescribeExecution", "{'executionArn':'" + arn + "'}");

    assertThat(described.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(described.path("output").asText()).isEqualTo("{\"was\":{}}");
    assertThat(described.path("startDate").isNumber()).isTrue();
  }

  @Test
  void executionsAreListed() throws Exception {
    ask("StartExecution", "{'stateMachineArn':'%s','name':'one'}");

    assertThat(ask("ListExecutions", "{'stateMachineArn':'%s'}").path("executions"))
        .singleElement()
        .satisfies(it -> assertThat(it.path("name").asText()).isEqualTo("one"));
  }

  @Test
  void thePermissionIsOnTheStateMachine() throws Exception {
    assertThat(service.permissions(request("StartExecution", "{'stateMachineArn':'%s'}")))
        .containsExactly(new Permission("states:StartExecution", MACHINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StartExecution | {'stateMachineArn':'arn:other'} | StateMachineDoesNotExist",
        "StartExecution | {'stateMachineArn':'%s','input':'{'} | InvalidExecutionInput",
        "StartExecution | {'stateMachineArn':'%s','name':'a b'} | InvalidName",
        "StartExecution | {} | InvalidArn",
        "StartExecution | { | SerializationException",
        "DescribeExecution | {'executionArn':'arn:other'} | ExecutionDoesNotExist",
        "SendTaskSuccess | {} | UnknownOperationException",
      })
  void aRequestThatCannotBeMetIsRefusedByName(String operation, String body, String code) {
    assertThatThrownBy(() -> ask(operation, body))
        .isInstanceOfSatisfying(AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private JsonNode ask(String operation, String body) throws Exception {
    AwsRequest request = request(operation, body);
    assertThat(service.permissions(request)).isNotEmpty();
    return JSON.readTree(service.answer(request).body());
  }

  private static AwsRequest request(String operation, String body) {
    var headers = new Headers();
    headers.set("X-Amz-Target", "AWSStepFunctions." + operation);
    return new AwsRequest(
        OREGON,
        new Caller(OREGON, "function", ROLE),
        "POST",
        URI.create("/"),
        headers,
        body.replace("%s", MACHINE).replace('\'', '"').getBytes(UTF_8));
  }
}
