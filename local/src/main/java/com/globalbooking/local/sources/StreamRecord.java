package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * A record of a stream, as a function gets it.
 *
 * @param item the item's key: what stays in order
 * @param createdAt when the item was written, as the stream tells
 * @param readAt when the mapping read it
 */
record StreamRecord(
    String shardId,
    String sequenceNumber,
    Map<String, AttributeValue> item,
    Instant createdAt,
    Instant readAt,
    ObjectNode json) {

  static StreamRecord of(
      String shardId, Record streamRecord, String region, String streamArn, Instant readAt) {
    var change = streamRecord.dynamodb();
    Instant createdAt =
        change.approximateCreationDateTime() == null
            ? readAt
            : change.approximateCreationDateTime();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("eventID", streamRecord.eventID())
            .put("eventName", streamRecord.eventNameAsString())
            .put("eventVersion", streamRecord.eventVersion())
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", region);
    ObjectNode dynamodb =
        json.putObject("dynamodb").put("ApproximateCreationDateTime", createdAt.getEpochSecond());
    dynamodb.set("Keys", AttributeJson.map(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", AttributeJson.map(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", AttributeJson.map(change.oldImage()));
    }
    dynamodb
        .put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
    if (streamRecord.userIdentity() != null) {
      // A deletion by TTL.
      json.putObject("userIdentity")
          .put("principalId", streamRecord.userIdentity().principalId())
          .put("type", streamRecord.userIdentity().type());
    }
    json.put("eventSourceARN", streamArn);
    return new StreamRecord(
        shardId, change.sequenceNumber(), Map.copyOf(change.keys()), createdAt, readAt, json);
  }
}
