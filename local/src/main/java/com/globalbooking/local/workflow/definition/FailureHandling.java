package com.globalbooking.local.workflow.definition;

import com.globalbooking.local.workflow.data.ReferencePath;
import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a state does about failures: first its retriers, in order, then its catchers. */
public record FailureHandling(List<Retrier> retriers, List<Catcher> catchers) {
  private static final String ALL = "States.ALL";
  private static final String TASK_FAILED = "States.TaskFailed";
  private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

  /**
   * What the wildcards do not match. A missing parameter path is among them although it has a name
   * of its own: AWS has been seen to report it as {@code States.Runtime}, and a definition must not
   * count on being saved from it.
   */
  private static final Set<String> BEYOND_WILDCARDS =
      Set.of(
          StateFailure.RUNTIME,
          StateFailure.DATA_LIMIT_EXCEEDED,
          StateFailure.PARAMETER_PATH_FAILURE);

  public FailureHandling {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }

  /**
   * Tries again.
   *
   * @param interval before the first retry
   * @param backoff by what the interval grows each time
   * @param longestSeconds what it does not grow beyond
   * @param fullJitter whether to wait a random part of the interval
   */
  public record Retrier(
      List<String> errors,
      Duration interval,
      int maxAttempts,
      double backoff,
      OptionalDouble longestSeconds,
      boolean fullJitter) {
    public Retrier {
      errors = List.copyOf(errors);
    }

    /**
     * The wait before a retry.
     *
     * @param retry 0 for the first one
     */
    public Duration delay(int retry) {
      double seconds = interval.toMillis() / 1000.0 * Math.pow(backoff, retry);
      double capped = Math.min(seconds, longestSeconds.orElse(Double.MAX_VALUE));
      return Duration.ofMillis(Math.round(Math.min(capped, Integer.MAX_VALUE) * 1000));
    }
  }

  /**
   * Goes on elsewhere.
   *
   * @param resultPath where the error goes in the input; empty when it is thrown away
   */
  public record Catcher(List<String> errors, Optional<ReferencePath> resultPath, String next) {
    public Catcher {
      errors = List.copyOf(errors);
    }
  }

  /** The first retrier for a failure. */
  public Optional<Retrier> retrier(StateFailure failure) {
    return retriers.stream().filter(it -> matches(it.errors(), failure)).findFirst();
  }

  /** The first catcher for a failure. */
  public Optional<Catcher> catcher(StateFailure failure) {
    return catchers.stream().filter(it -> matches(it.errors(), failure)).findFirst();
  }

  private static boolean matches(List<String> errors, StateFailure failure) {
    String error = failure.error();
    if (error.equals(StateFailure.RUNTIME)) {
      return false;
    }
    boolean wild = !BEYOND_WILDCARDS.contains(error);
    return errors.contains(error)
        || (wild && errors.contains(ALL))
        || (wild && errors.contains(TASK_FAILED) && !error.equals(StateFailure.TIMEOUT))
        || (error.equals(HEARTBEAT_TIMEOUT) && errors.contains(StateFailure.TIMEOUT));
  }
}
