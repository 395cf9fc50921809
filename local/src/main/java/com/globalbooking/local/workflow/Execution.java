package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One execution of a state machine, running or ended. Thread-safe. */
public final class Execution {
  /** What AWS keeps of one execution; one that goes on is failed. */
  static final int LONGEST_HISTORY = 25_000;

  private final StateMachine machine;
  private final String arn;
  private final String name;
  private final JsonNode input;
  private final Timekeeper time;
  private final Instant started;
  private final CountDownLatch ended = new CountDownLatch(1);

  // Guarded by this.
  private final List<HistoryEvent> history = new ArrayList<>();
  private ExecutionStatus status = ExecutionStatus.RUNNING;
  private @Nullable Instant stopped;
  private @Nullable JsonNode output;
  private @Nullable StateFailure failure;

  Execution(StateMachine machine, String name, JsonNode input, Timekeeper time) {
    this.machine = machine;
    this.arn = machine.executionArn(name);
    this.name = name;
    this.input = input;
    this.time = time;
    this.started = time.now();
    history.add(new HistoryEvent(1, started, "ExecutionStarted", "", input));
  }

  public StateMachine machine() {
    return machine;
  }

  public String arn() {
    return arn;
  }

  public String name() {
    return name;
  }

  public JsonNode input() {
    return input;
  }

  public Instant started() {
    return started;
  }

  public synchronized ExecutionStatus status() {
    return status;
  }

  /** When it ended. */
  public synchronized Optional<Instant> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** What it ended with, when it succeeded. */
  public synchronized Optional<JsonNode> output() {
    return Optional.ofNullable(output);
  }

  /** Why it did not succeed. */
  public synchronized Optional<StateFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** What has happened so far, in order. */
  public synchronized List<HistoryEvent> history() {
    return List.copyOf(history);
  }

  /** Waits for its end. False when the limit has passed first. */
  public boolean await(Duration limit) throws InterruptedException {
    return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How long it may still take. */
  Optional<Instant> deadline() {
    return machine.definition().timeout().map(started::plus);
  }

  synchronized void happened(String type, String state, JsonNode data) throws StateFailure {
    if (history.size() >= LONGEST_HISTORY) {
      throw StateFailure.runtime(
          "The execution reached the maximum number of history events (" + LONGEST_HISTORY + ").");
    }
    note(type, state, data);
  }

  synchronized void succeed(JsonNode result) {
    output = result;
    end(ExecutionStatus.SUCCEEDED, "ExecutionSucceeded", result);
  }

  synchronized void fail(ExecutionStatus how, StateFailure why) {
    failure = why;
    String type =
        switch (how) {
          case TIMED_OUT -> "ExecutionTimedOut";
          case ABORTED -> "ExecutionAborted";
          case RUNNING, SUCCEEDED, FAILED -> "ExecutionFailed";
        };
    end(how, type, describe(why));
  }

  /** A failure as catchers and the history show it. */
  static JsonNode describe(StateFailure failure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Error", failure.error())
        .put("Cause", failure.explanation());
  }

  private void end(ExecutionStatus how, String type, JsonNode data) {
    status = how;
    stopped = time.now();
    note(type, "", data);
    ended.countDown();
  }

  private void note(String type, String state, JsonNode data) {
    history.add(new HistoryEvent(history.size() + 1L, time.now(), type, state, data));
  }
}
