package com.globalbooking.eventsources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.eventsources.StreamRecord.ChangeType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the event that Lambda makes of a batch. */
final class BatchReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One delivery of the batch as it stands in the event. */
  interface Reader<D extends Delivery> {
    D read(JsonNode entry);
  }

  static <D extends Delivery> List<D> read(InputStream input, Reader<D> reader) throws IOException {
    JsonNode records = MAPPER.readTree(input).path("Records");
    if (!records.isArray()) {
      throw new IOException("The event has no Records: the function is for a stream or a queue");
    }
    List<D> deliveries = new ArrayList<>(records.size());
    records.forEach(entry -> deliveries.add(reader.read(entry)));
    return deliveries;
  }

  static StreamRecord streamRecord(JsonNode entry) {
    JsonNode dynamodb = entry.path("dynamodb");
    double seconds = dynamodb.path("ApproximateCreationDateTime").asDouble();
    return new StreamRecord(
        dynamodb.path("SequenceNumber").asText(),
        entry.path("eventSourceARN").asText(),
        ChangeType.valueOf(entry.path("eventName").asText()),
        Instant.ofEpochMilli(Math.round(seconds * 1000)),
        image(dynamodb, "OldImage"),
        image(dynamodb, "NewImage"));
  }

  static QueueMessage queueMessage(JsonNode entry) {
    JsonNode attributes = entry.path("attributes");
    return new QueueMessage(
        entry.path("messageId").asText(),
        entry.path("eventSourceARN").asText(),
        Optional.ofNullable(attributes.path("MessageGroupId").textValue()),
        entry.path("body").asText(),
        entry.path("receiptHandle").asText(),
        attributes.path("ApproximateReceiveCount").asInt(1),
        Instant.ofEpochMilli(attributes.path("SentTimestamp").asLong()));
  }

  private static Optional<StreamImage> image(JsonNode dynamodb, String name) {
    return Optional.of(dynamodb.path(name)).filter(JsonNode::isObject).map(StreamImage::new);
  }

  private BatchReader() {}
}
