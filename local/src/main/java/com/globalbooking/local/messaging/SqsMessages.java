package com.globalbooking.local.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A topic's message as a queue gets it. */
final class SqsMessages {
  private SqsMessages() {}

  /** The request that delivers a message to the queue at this URL. */
  static SendMessageRequest request(
      Subscription subscription, PublishedMessage published, String queueUrl) {
    TopicMessage message = published.message();
    SendMessageRequest.Builder request = SendMessageRequest.builder().queueUrl(queueUrl);
    if (subscription.raw()) {
      request.messageBody(message.body()).messageAttributes(attributes(message));
    } else {
      request.messageBody(envelope(subscription.topicArn(), published));
    }
    if (queueUrl.endsWith(Topics.FIFO)) {
      message.groupId().ifPresent(request::messageGroupId);
      message.deduplicationId().ifPresent(request::messageDeduplicationId);
    }
    return request.build();
  }

  private static Map<String, software.amazon.awssdk.services.sqs.model.MessageAttributeValue>
      attributes(TopicMessage message) {
    Map<String, software.amazon.awssdk.services.sqs.model.MessageAttributeValue> attributes =
        new HashMap<>();
    message
        .attributes()
        .forEach(
            (name, attribute) -> {
              var value =
                  software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                      .dataType(attribute.dataType());
              if (attribute.isBinary()) {
                value.binaryValue(
                    SdkBytes.fromByteArray(Base64.getDecoder().decode(attribute.value())));
              } else {
                value.stringValue(attribute.value());
              }
              attributes.put(name, value.build());
            });
    return attributes;
  }

  private static String envelope(String topicArn, PublishedMessage published) {
    TopicMessage message = published.message();
    ObjectNode envelope =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", "Notification")
            .put("MessageId", published.messageId());
    published.sequenceNumber().ifPresent(number -> envelope.put("SequenceNumber", number));
    envelope.put("TopicArn", topicArn);
    message.subject().ifPresent(subject -> envelope.put("Subject", subject));
    envelope
        .put("Message", message.body())
        .put("Timestamp", published.publishedAt().toString())
        // Nobody signs here, and a receiver that verifies must notice.
        .put("SignatureVersion", "1")
        .put("Signature", "");
    if (!message.attributes().isEmpty()) {
      ObjectNode attributes = envelope.putObject("MessageAttributes");
      message
          .attributes()
          .forEach(
              (name, value) ->
                  attributes
                      .putObject(name)
                      .put("Type", value.dataType())
                      .put("Value", value.value()));
    }
    return envelope.toString();
  }
}
