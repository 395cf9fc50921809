package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void itHandsItsInputOn() throws Exception {
    assertThat(workflow.output(pass(""), "{\"n\": 1}")).isEqualTo(json("{'n': 1}"));
  }

  @Test
  void aGivenResultIsPutWhereThePathSays() throws Exception {
    assertThat(
            workflow.output(pass("\"Result\": [1, 2], \"ResultPath\": \"$.made\","), "{\"n\": 1}"))
        .isEqualTo(json("{'n': 1, 'made': [1, 2]}"));
  }

  @Test
  void parametersGatherOverNestedLists() throws Exception {
    assertThat(
            workflow.output(
                pass("\"Parameters\": {\"conflicts.$\": \"$.checked[*].conflicts[*]\"},"),
                """
                {"checked": [{"conflicts": [1]}, {"conflicts": []}, {"conflicts": [2, 3]}]}
                """))
        .isEqualTo(json("{'conflicts': [1, 2, 3]}"));
  }

  @Test
  void aPathOverListsThatFindsNothingIsAnEmptyList() throws Exception {
    assertThat(
            workflow.output(
                pass("\"Parameters\": {\"conflicts.$\": \"$.checked[*].conflicts[*]\"},"),
                "{\"checked\": [{\"conflicts\": []}]}"))
        .isEqualTo(json("{'conflicts': []}"));
  }

  @Test
  void theContextObjectTellsOfTheExecution() throws Exception {
    var output =
        workflow.output(
            pass(
                """
                "Parameters": {"machine.$": "$$.StateMachine.Name", "state.$": "$$.State.Name",
                  "input.$": "$$.Execution.Input.n", "began.$": "$$.Execution.StartTime"},
                """),
            "{\"n\": 1}");

    assertThat(output)
        .isEqualTo(
            json(
                "{'machine': 'machine', 'state': 'P', 'input': 1, 'began': '"
                    + VirtualTime.START
                    + "'}"));
  }

  @Test
  void anInputPathOfNullIsAnEmptyObjectAndSoIsAnOutputPathOfNull() throws Exception {
    assertThat(workflow.output(pass("\"InputPath\": null,"), "{\"n\": 1}")).isEqualTo(json("{}"));
    assertThat(workflow.output(pass("\"OutputPath\": null,"), "{\"n\": 1}")).isEqualTo(json("{}"));
  }

  private static String pass(String fields) {
    return "{\"P\": {\"Type\": \"Pass\", %s \"End\": true}}".formatted(fields);
  }
}
