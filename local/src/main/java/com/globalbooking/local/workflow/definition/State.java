package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Template;
import java.util.List;
import java.util.Optional;

/** A state. Where {@code next} is empty, its flow ends with it. */
public sealed interface State {

  /** Its name, unique in the state machine. */
  String name();

  /** Its {@code Type}. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** Hands its input on, or a given result. */
  record Pass(String name, DataFlow data, Optional<JsonNode> result, Optional<String> next)
      implements State {}

  /**
   * Has something done.
   *
   * @param resource what does it
   */
  record Task(
      String name,
      DataFlow data,
      String resource,
      TimeLimit timeout,
      FailureHandling failures,
      Optional<String> next)
      implements State {}

  /**
   * Decides where to go on.
   *
   * @param otherwise where to when no rule matches
   */
  record Choice(String name, DataFlow data, List<ChoiceRule> rules, Optional<String> otherwise)
      implements State {
    public Choice {
      rules = List.copyOf(rules);
    }
  }

  /** Waits. */
  record Wait(String name, DataFlow data, WaitUntil until, Optional<String> next)
      implements State {}

  /** Ends its flow well. */
  record Succeed(String name, DataFlow data) implements State {}

  /** Ends the execution badly. */
  record Fail(String name, Optional<FailText> error, Optional<FailText> cause) implements State {}

  /** Runs several flows on the same input. */
  record Parallel(
      String name,
      DataFlow data,
      List<Flow> branches,
      FailureHandling failures,
      Optional<String> next)
      implements State {
    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /**
   * Runs one flow on each item of a list.
   *
   * @param itemsPath the list in the effective input
   * @param itemSelector what an iteration gets; the item itself when empty
   * @param maxConcurrency most iterations at one time; 0 for no limit
   */
  record Map(
      String name,
      DataFlow data,
      DataPath itemsPath,
      Optional<Template> itemSelector,
      Concurrency maxConcurrency,
      Flow processor,
      FailureHandling failures,
      Optional<String> next)
      implements State {}

  /** A number in the definition or in the data. */
  sealed interface Concurrency {
    record Fixed(int most) implements Concurrency {}

    record InData(DataPath path) implements Concurrency {}
  }

  /** How long a task may take. */
  sealed interface TimeLimit {
    record None() implements TimeLimit {}

    record Seconds(long seconds) implements TimeLimit {}

    record InData(DataPath path) implements TimeLimit {}
  }

  /** When a wait ends. */
  sealed interface WaitUntil {
    record Seconds(long seconds) implements WaitUntil {}

    record SecondsInData(DataPath path) implements WaitUntil {}

    record Moment(java.time.Instant moment) implements WaitUntil {}

    record MomentInData(DataPath path) implements WaitUntil {}
  }

  /** A text in the definition or in the data. */
  sealed interface FailText {
    record Fixed(String text) implements FailText {}

    record Computed(com.globalbooking.local.workflow.data.Expression expression)
        implements FailText {}
  }
}
