package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.State.WaitUntil;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Waiting inside an execution, never beyond its end. */
final class Pauses {
  private static final long LONGEST_SECONDS = 99_999_999;

  private final Timekeeper time;

  Pauses(Timekeeper time) {
    this.time = time;
  }

  void checkDeadline(Execution execution) throws ExecutionTimedOutException {
    Optional<Instant> deadline = execution.deadline();
    if (deadline.isPresent() && !time.now().isBefore(deadline.get())) {
      throw new ExecutionTimedOutException();
    }
  }

  void pause(Execution execution, Instant until)
      throws InterruptedException, ExecutionTimedOutException {
    Optional<Instant> deadline = execution.deadline();
    boolean tooLong = deadline.isPresent() && until.isAfter(deadline.get());
    time.pauseUntil(tooLong ? deadline.get() : until);
    checkDeadline(execution);
  }

  /** When a Wait ends. */
  static Instant end(WaitUntil until, Scope scope, Instant now) throws StateFailure {
    return switch (until) {
      case WaitUntil.Seconds(long seconds) -> now.plusSeconds(seconds);
      case WaitUntil.SecondsInData(DataPath path) ->
          now.plusSeconds(seconds(path, scope, "SecondsPath", 0));
      case WaitUntil.Moment(Instant moment) -> moment;
      case WaitUntil.MomentInData(DataPath path) -> moment(path, scope);
    };
  }

  /** A whole number of seconds in the data. */
  static long seconds(DataPath path, Scope scope, String field, long least) throws StateFailure {
    JsonNode value = path.require(scope, field);
    if (!value.isIntegralNumber()
        || value.longValue() < least
        || value.longValue() > LONGEST_SECONDS) {
      throw StateFailure.runtime("%s '%s' is not a number of seconds".formatted(field, path));
    }
    return value.longValue();
  }

  private static Instant moment(DataPath path, Scope scope) throws StateFailure {
    JsonNode value = path.require(scope, "TimestampPath");
    try {
      return OffsetDateTime.parse(value.asText()).toInstant();
    } catch (DateTimeException e) {
      throw StateFailure.runtime("TimestampPath '%s' is not a moment (RFC 3339)".formatted(path));
    }
  }
}
