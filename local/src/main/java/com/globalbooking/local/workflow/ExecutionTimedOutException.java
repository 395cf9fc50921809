package com.globalbooking.local.workflow;

/** An execution took longer than its state machine allows; nothing in it can catch this. */
final class ExecutionTimedOutException extends Exception {
  private static final long serialVersionUID = 1L;

  ExecutionTimedOutException() {
    super("The execution took longer than the state machine's TimeoutSeconds");
  }
}
