package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.workflow.data.StateFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndStatesTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void succeedEndsWithWhatItSelects() throws Exception {
    assertThat(
            workflow.output(
                "{\"S\": {\"Type\": \"Succeed\", \"OutputPath\": \"$.n\"}}", "{\"n\": 1}"))
        .isEqualTo(json("1"));
  }

  @Test
  void failEndsWithItsErrorAndCause() throws Exception {
    StateFailure failure =
        workflow.failure(
            "{\"F\": {\"Type\": \"Fail\", \"Error\": \"Drift\", \"Cause\": \"too much\"}}", "{}");

    assertThat(failure.error()).isEqualTo("Drift");
    assertThat(failure.explanation()).isEqualTo("too much");
  }

  @Test
  void failTakesItsErrorAndCauseFromTheData() throws Exception {
    StateFailure failure =
        workflow.failure(
            """
            {"F": {"Type": "Fail", "ErrorPath": "$.why.Error",
               "CausePath": "States.Format('because {}', $.why.Cause)"}}
            """,
            "{\"why\": {\"Error\": \"Drift\", \"Cause\": \"of it\"}}");

    assertThat(failure.error()).isEqualTo("Drift");
    assertThat(failure.explanation()).isEqualTo("because of it");
  }
}
