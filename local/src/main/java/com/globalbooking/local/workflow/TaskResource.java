package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.workflow.data.StateFailure;

/** What a Task's {@code Resource} names. */
public interface TaskResource {

  /**
   * What the role of the state machine must be allowed.
   *
   * @param input of the task
   * @throws StateFailure when the input does not say on what
   */
  Permission permission(JsonNode input) throws StateFailure;

  /**
   * Does the task.
   *
   * @return its result
   * @throws StateFailure with the error name that Step Functions would report
   */
  JsonNode run(JsonNode input) throws StateFailure, InterruptedException;
}
