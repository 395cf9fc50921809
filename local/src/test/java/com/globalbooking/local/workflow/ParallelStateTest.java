package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.FUNCTION;
import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.functions.InvocationResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @Test
  void eachBranchGetsTheInputAndTheOutputsStandInTheirOrder() throws Exception {
    workflow.function("a", input -> WorkflowFixture.answer("\"a" + input.path("n") + "\""));
    workflow.function("b", input -> WorkflowFixture.answer("\"b" + input.path("n") + "\""));

    assertThat(workflow.output(branches("\"ResultPath\": \"$.both\","), "{\"n\": 1}"))
        .isEqualTo(json("{'n': 1, 'both': ['a1', 'b1']}"));
  }

  @Test
  void aBranchThatFailsEndsTheOthers() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    workflow.function(
        "a",
        _ -> {
          began.countDown();
          interrupted.set(sleepsUntilInterrupted());
          return WorkflowFixture.answer("1");
        });
    workflow.function(
        "b",
        _ -> {
          awaited(began);
          return WorkflowFixture.error("Bad");
        });

    assertThat(workflow.failure(branches(""), "{}").error()).isEqualTo("Bad");
    assertThat(interrupted).isTrue();
  }

  @Test
  void theWholeIsTriedAgain() throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    workflow.function("a", _ -> WorkflowFixture.answer("1"));
    workflow.function("b", _ -> failOnce(failed));

    assertThat(workflow.output(branches("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"), "{}"))
        .isEqualTo(json("[1, 2]"));
    assertThat(workflow.calls).hasSize(4);
  }

  private static InvocationResult failOnce(AtomicBoolean failed) {
    return failed.getAndSet(true) ? WorkflowFixture.answer("2") : WorkflowFixture.error("Bad");
  }

  private static boolean sleepsUntilInterrupted() {
    return !awaited(new CountDownLatch(1));
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      return false;
    }
  }

  private static String branches(String fields) {
    return """
      {"P": {"Type": "Parallel", "End": true, %s "Branches": [
         {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%sa", "End": true}}},
         {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "%sb", "End": true}}}]}}
      """
        .formatted(fields, FUNCTION, FUNCTION);
  }
}
