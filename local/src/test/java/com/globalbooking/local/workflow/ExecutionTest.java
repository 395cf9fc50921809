package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.FUNCTION;
import static com.globalbooking.local.workflow.WorkflowFixture.MACHINE;
import static com.globalbooking.local.workflow.WorkflowFixture.ROLE;
import static com.globalbooking.local.workflow.WorkflowFixture.answer;
import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.workflow.StateMachines.Start;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {
  private static final String ONE_TASK =
      """
      {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "%scheck", "End": true}}}
      """
          .formatted(FUNCTION);

  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void theHistoryTellsWhatWentIntoEachStateAndWhatCameOut() throws Exception {
    workflow.function("check", _ -> answer("2"));

    Execution execution = workflow.runMachine(ONE_TASK, "1");

    assertThat(execution.history())
        .extracting(it -> "%s %s %s".formatted(it.type(), it.state(), it.data()))
        .containsExactly(
            "ExecutionStarted  1",
            "TaskStateEntered T 1",
            "TaskStateExited T 2",
            "ExecutionSucceeded  2");
    assertThat(execution.history()).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void anExecutionThatTakesTooLongTimesOutAndNothingCatchesIt() throws Exception {
    Execution execution =
        workflow.runMachine(
            """
            {"TimeoutSeconds": 60, "StartAt": "P", "States": {
               "P": {"Type": "Parallel", "End": true,
                 "Branches": [{"StartAt": "W", "States": {
                    "W": {"Type": "Wait", "Seconds": 3600, "End": true}}}],
                 "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Saved"}]},
               "Saved": {"Type": "Succeed"}}}
            """,
            "{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(execution.failure().orElseThrow().error()).isEqualTo("States.Timeout");
    assertThat(workflow.time.pauses()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void anExecutionThatGoesRoundForeverIsEnded() throws Exception {
    Execution execution =
        workflow.runMachine(
            """
            {"StartAt": "A", "States": {
               "A": {"Type": "Choice", "Default": "B",
                 "Choices": [{"Variable": "$", "IsString": true, "Next": "End"}]},
               "B": {"Type": "Pass", "Next": "A"}, "End": {"Type": "Succeed"}}}
            """,
            "{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.failure().orElseThrow().explanation()).contains("25000");
  }

  @Test
  void aNameIsOneExecutionAndItsRepeatTheSame() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    workflow.function("check", _ -> go(go));
    workflow.machines.deploy(MACHINE, "machine", ROLE, ONE_TASK);

    Start first = workflow.machines.start(MACHINE, "nightly", json("1"));
    Start repeated = workflow.machines.start(MACHINE, "nightly", json("1"));
    Start other = workflow.machines.start(MACHINE, "nightly", json("2"));
    go.countDown();

    assertThat(repeated).isEqualTo(first);
    assertThat(other).isInstanceOf(Start.NameTaken.class);
    assertThat(((Start.Started) first).execution().await(Duration.ofSeconds(10))).isTrue();
    assertThat(workflow.machines.start(MACHINE, "nightly", json("1")))
        .isInstanceOf(Start.NameTaken.class);
    assertThat(workflow.machines.executions(MACHINE)).hasSize(1);
  }

  @Test
  void aMachineThatIsNotThereIsNotStarted() {
    assertThat(workflow.machines.start(MACHINE, json("1"))).isInstanceOf(Start.NoSuchMachine.class);
  }

  @Test
  void closingEndsWhatRuns() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch began = new CountDownLatch(1);
    workflow.function(
        "check",
        _ -> {
          began.countDown();
          return go(never);
        });
    workflow.machines.deploy(
        MACHINE, "machine", ROLE, ONE_TASK.replace("\"End\"", "\"TimeoutSeconds\": 99, \"End\""));
    Start start = workflow.machines.start(MACHINE, json("1"));
    assertThat(go(began)).isNotNull();

    workflow.machines.close();

    assertThat(((Start.Started) start).execution().status()).isNotEqualTo(ExecutionStatus.RUNNING);
  }

  private static com.globalbooking.local.functions.InvocationResult go(CountDownLatch latch) {
    try {
      return answer(Boolean.toString(latch.await(10, TimeUnit.SECONDS)));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return answer("\"interrupted\"");
    }
  }
}
