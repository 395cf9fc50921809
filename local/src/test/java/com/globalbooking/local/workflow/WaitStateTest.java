package com.globalbooking.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Seconds\": 10 | 10",
        "\"SecondsPath\": \"$.seconds\" | 20",
        "\"Timestamp\": \"2026-03-01T12:00:30Z\" | 30",
        "\"TimestampPath\": \"$.until\" | 40",
      })
  void itWaitsUntilThen(String field, long seconds) throws Exception {
    workflow.output(
        "{\"W\": {\"Type\": \"Wait\", %s, \"End\": true}}".formatted(field),
        "{\"seconds\": 20, \"until\": \"2026-03-01T13:00:40+01:00\"}");

    assertThat(workflow.time.pauses()).containsExactly(Duration.ofSeconds(seconds));
  }

  @Test
  void whatHasPassedIsNotWaitedFor() throws Exception {
    workflow.output(
        """
        {"W": {"Type": "Wait", "Timestamp": "2026-03-01T11:00:00Z", "End": true}}
        """,
        "{}");

    assertThat(workflow.time.pauses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"$.gone", "$.text", "$.negative"})
  void aPathWithoutSecondsFailsTheExecution(String path) throws Exception {
    assertThat(
            workflow
                .failure(
                    "{\"W\": {\"Type\": \"Wait\", \"SecondsPath\": \"%s\", \"End\": true}}"
                        .formatted(path),
                    "{\"text\": \"ten\", \"negative\": -1}")
                .error())
        .isEqualTo("States.Runtime");
  }

  @Test
  void theInputComesOutAgain() throws Exception {
    assertThat(
            workflow
                .output("{\"W\": {\"Type\": \"Wait\", \"Seconds\": 1, \"End\": true}}", "[1]")
                .toString())
        .isEqualTo("[1]");
  }
}
