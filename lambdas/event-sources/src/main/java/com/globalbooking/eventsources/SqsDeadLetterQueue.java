package com.globalbooking.eventsources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A dead-letter queue on SQS, standard or FIFO. A letter is a JSON object of its fields. */
public final class SqsDeadLetterQueue implements DeadLetterQueue {
  private final SqsClient client;
  private final String queueUrl;

  public SqsDeadLetterQueue(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public boolean put(DeadLetter letter) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", letter.sourceArn())
            .put("position", letter.id())
            .put("reason", letter.reason());
    letter.body().ifPresent(body -> json.put("body", body));
    SendMessageRequest.Builder request =
        SendMessageRequest.builder().queueUrl(queueUrl).messageBody(json.toString());
    if (queueUrl.endsWith(".fifo")) {
      // Letters need no order: a group each, so that none waits for another.
      request.messageGroupId(letter.id()).messageDeduplicationId(letter.id());
    }
    try {
      client.sendMessage(request.build());
      return true;
    } catch (SdkException e) {
      return false;
    }
  }
}
