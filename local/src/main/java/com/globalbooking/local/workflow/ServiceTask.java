package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.StateFailure;

/** A call of an AWS service that a task makes: {@code sns:publish}, {@code sqs:sendMessage}. */
@FunctionalInterface
public interface ServiceTask {

  /**
   * Makes the call.
   *
   * @param parameters of the API, as the task gives them; {@code Message} and {@code MessageBody}
   *     are strings, also where the definition has an object
   * @return the API's answer, for example {@code {"MessageId": "…"}}
   * @throws StateFailure named {@code SNS.…} or {@code SQS.…} with the exception of the API
   */
  JsonNode call(JsonNode parameters) throws StateFailure, InterruptedException;
}
