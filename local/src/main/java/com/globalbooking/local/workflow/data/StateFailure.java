package com.globalbooking.local.workflow.data;

/** A state failed: the error name by which retriers and catchers know it, and what happened. */
public final class StateFailure extends Exception {
  /** Something that no retrier and no catcher can handle, such as a path that misses. */
  public static final String RUNTIME = "States.Runtime";

  /** A payload beyond 256 KiB. */
  public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

  /** A task, or a state machine, took longer than it may. */
  public static final String TIMEOUT = "States.Timeout";

  /** A path in a payload template matches nothing. */
  public static final String PARAMETER_PATH_FAILURE = "States.ParameterPathFailure";

  /** A result cannot be put where {@code ResultPath} says. */
  public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";

  /** An intrinsic function cannot be applied to its arguments. */
  public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

  /** No rule of a Choice matches and it has no default. */
  public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

  /** The role may not do what the task does. */
  public static final String PERMISSIONS = "States.Permissions";

  private static final long serialVersionUID = 1L;

  private final String error;

  public StateFailure(String error, String explanation) {
    super(explanation);
    this.error = error;
  }

  /** A failure that ends the execution, whatever the definition catches. */
  public static StateFailure runtime(String explanation) {
    return new StateFailure(RUNTIME, explanation);
  }

  /** The error name. */
  public String error() {
    return error;
  }

  /** What happened: the {@code Cause}. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
