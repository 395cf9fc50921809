package com.globalbooking.local.workflow;

import static com.globalbooking.local.workflow.WorkflowFixture.FUNCTION;
import static com.globalbooking.local.workflow.WorkflowFixture.answer;
import static com.globalbooking.local.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ItemProcessor", "Iterator"})
  void eachItemGivesItsOutputInTheOrderOfTheItems(String field) throws Exception {
    workflow.function("each", input -> answer(Integer.toString(input.asInt() * 10)));

    assertThat(workflow.output(map(field, "\"ItemsPath\": \"$.items\","), "{\"items\": [3, 1, 2]}"))
        .isEqualTo(json("[30, 10, 20]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ItemSelector", "Parameters"})
  void theSelectorSeesTheItemItsIndexAndTheInput(String field) throws Exception {
    workflow.function("each", input -> answer(input.toString()));

    var output =
        workflow.output(
            map(
                "ItemProcessor",
                """
                "ItemsPath": "$.items", "%s": {"item.$": "$$.Map.Item.Value",
                  "index.$": "$$.Map.Item.Index", "shared.$": "$.shared"},
                """
                    .formatted(field)),
            "{\"items\": [\"a\", \"b\"], \"shared\": 7}");

    assertThat(output)
        .isEqualTo(
            json(
                "[{'item': 'a', 'index': 0, 'shared': 7}, {'item': 'b', 'index': 1, 'shared': 7}]"));
  }

  @Test
  void noMoreIterationsRunAtOneTimeThanAllowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    workflow.function(
        "each",
        _ -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          two.countDown();
          await(two);
          now.decrementAndGet();
          return answer("0");
        });

    workflow.output(map("ItemProcessor", "\"MaxConcurrency\": 2,"), "[1, 2, 3, 4, 5, 6]");

    assertThat(most).hasValue(2);
  }

  @Test
  void withoutALimitAllRunAtOneTime() throws Exception {
    CountDownLatch all = new CountDownLatch(5);
    workflow.function(
        "each",
        _ -> {
          all.countDown();
          return answer(Boolean.toString(await(all)));
        });

    assertThat(workflow.output(map("ItemProcessor", ""), "[1, 2, 3, 4, 5]"))
        .isEqualTo(json("[true, true, true, true, true]"));
  }

  @Test
  void oneIterationThatFailsFailsTheMapWhichMayCatchIt() throws Exception {
    workflow.function(
        "each", input -> input.asInt() == 2 ? WorkflowFixture.error("Bad") : answer("0"));

    assertThat(workflow.failure(map("ItemProcessor", ""), "[1, 2, 3]").error()).isEqualTo("Bad");
    assertThat(
            workflow
                .output(
                    """
                    {"M": {"Type": "Map", "End": true,
                       "ItemProcessor": {"StartAt": "T", "States": {
                         "T": {"Type": "Task", "Resource": "%seach", "End": true}}},
                       "Catch": [{"ErrorEquals": ["Bad"], "Next": "Saved"}]},
                     "Saved": {"Type": "Pass", "Result": "saved", "End": true}}
                    """
                        .formatted(FUNCTION),
                    "[1, 2, 3]")
                .asText())
        .isEqualTo("saved");
  }

  @Test
  void noItemsAreNoOutputs() throws Exception {
    assertThat(workflow.output(map("ItemProcessor", ""), "[]")).isEqualTo(json("[]"));
  }

  @Test
  void itemsThatAreNoListFailTheExecution() throws Exception {
    assertThat(workflow.failure(map("ItemProcessor", ""), "{\"items\": 1}").error())
        .isEqualTo("States.Runtime");
    assertThat(workflow.failure(map("ItemProcessor", "\"ItemsPath\": \"$.gone\","), "{}").error())
        .isEqualTo("States.Runtime");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String map(String processor, String fields) {
    return """
        {"M": {"Type": "Map", %s "End": true, "%s": {"StartAt": "T", "States": {
            "T": {"Type": "Task", "Resource": "%seach", "End": true}}}}}
        """
        .formatted(fields, processor, FUNCTION);
  }
}
