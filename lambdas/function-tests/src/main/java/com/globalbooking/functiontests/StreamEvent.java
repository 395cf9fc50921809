package com.globalbooking.functiontests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The event that Lambda makes of some records of a DynamoDB stream, in which the first has sequence
 * number 1, the second 2, and so on. Values that are numbers become numbers of the item, all others
 * strings.
 */
public final class StreamEvent {
  /** The stream that all records are from. */
  public static final String STREAM =
      "arn:aws:dynamodb:us-west-2:123456789012:table/t/stream/2026-11-20T00:00:00.000";

  private final ObjectNode event = JsonNodeFactory.instance.objectNode();
  private final ArrayNode records = event.putArray("Records");

  /** With an item that was not there before. */
  public StreamEvent inserted(Map<String, ?> item) {
    record("INSERT").set("NewImage", image(item));
    return this;
  }

  /** With an item that was changed. */
  public StreamEvent modified(Map<String, ?> item) {
    ObjectNode record = record("MODIFY");
    record.set("OldImage", image(item));
    record.set("NewImage", image(item));
    return this;
  }

  /** With an item that was removed. */
  public StreamEvent removed(Map<String, ?> item) {
    record("REMOVE").set("OldImage", image(item));
    return this;
  }

  /** The event. */
  public ObjectNode json() {
    return event;
  }

  private ObjectNode record(String eventName) {
    ObjectNode record =
        records.addObject().put("eventName", eventName).put("eventSourceARN", STREAM);
    return record
        .putObject("dynamodb")
        .put("SequenceNumber", Integer.toString(records.size()))
        .put("ApproximateCreationDateTime", 1_795_176_000);
  }

  private static ObjectNode image(Map<String, ?> item) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    item.forEach(
        (name, value) ->
            image.putObject(name).put(value instanceof Number ? "N" : "S", value.toString()));
    return image;
  }
}
