package com.globalbooking.local.workflow;

import com.globalbooking.local.workflow.definition.Definition;

/**
 * A state machine as deployed.
 *
 * @param roleArn what its tasks act as
 */
public record StateMachine(String arn, String name, String roleArn, Definition definition) {

  /** The ARN of one of its executions. */
  String executionArn(String execution) {
    return arn.replace(":stateMachine:", ":execution:") + ":" + execution;
  }
}
