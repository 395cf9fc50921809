package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages of a queue, as a function gets them. */
final class QueueMessages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String queueArn;
  private final String region;

  QueueMessages(String queueArn, String region) {
    this.queueArn = queueArn;
    this.region = region;
  }

  byte[] payload(List<Message> messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(json(message)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What a filter looks at: the record, its body read as JSON where it is. */
  JsonNode filterable(Message message) {
    ObjectNode json = json(message);
    try {
      JsonNode body = JSON.readTree(message.body());
      if (body.isObject()) {
        json.set("body", body);
      }
    } catch (IOException plainText) {
      return json;
    }
    return json;
  }

  private ObjectNode json(Message message) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    ObjectNode attributes = json.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = json.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              ObjectNode attribute = own.putObject(name);
              if (value.stringValue() != null) {
                attribute.put("stringValue", value.stringValue());
              }
              if (value.binaryValue() != null) {
                attribute.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
              }
              attribute.putArray("stringListValues");
              attribute.putArray("binaryListValues");
              attribute.put("dataType", value.dataType());
            });
    return json.put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queueArn)
        .put("awsRegion", region);
  }
}
