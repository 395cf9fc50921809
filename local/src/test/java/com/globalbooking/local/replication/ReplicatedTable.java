package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A global table with a two-part key and one number per item, for tests. */
final class ReplicatedTable implements AutoCloseable {
  final Network network = new Network();
  final Replicator replicator;
  private final String name;
  private final Map<RegionName, DynamoDbEngine> engines;

  ReplicatedTable(String name, Map<RegionName, DynamoDbEngine> engines) {
    this.name = name;
    this.engines = engines;
    engines.values().forEach(this::create);
    replicator = new Replicator(name, network);
    engines.forEach(replicator::join);
  }

  void put(RegionName in, String id, String part, int number) {
    Map<String, AttributeValue> item = new HashMap<>(key(id, part));
    item.put("number", AttributeValue.fromN(Integer.toString(number)));
    engine(in).client().putItem(put -> put.tableName(name).item(item));
  }

  /** As a replicated delete leaves the item between its two writes. */
  void putMarkedForDelete(RegionName in, String id, String part, int number, Stamp stamp) {
    Map<String, AttributeValue> item = new HashMap<>(key(id, part));
    item.put("number", AttributeValue.fromN(Integer.toString(number)));
    var marked = ReplicationAttributes.markDeleting(item, stamp);
    engine(in).client().putItem(put -> put.tableName(name).item(marked));
  }

  void delete(RegionName in, String id, String part) {
    engine(in).client().deleteItem(delete -> delete.tableName(name).key(key(id, part)));
  }

  void set(RegionName in, String id, String part, String attribute, String value) {
    engine(in)
        .client()
        .updateItem(
            update ->
                update
                    .tableName(name)
                    .key(key(id, part))
                    .updateExpression("SET #a = :v")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
  }

  /** Takes one, if one is left; says whether. */
  boolean takeOne(RegionName in, String id, String part) {
    try {
      engine(in)
          .client()
          .updateItem(
              update ->
                  update
                      .tableName(name)
                      .key(key(id, part))
                      .updateExpression("SET #n = #n - :one")
                      .conditionExpression("#n >= :one")
                      .expressionAttributeNames(Map.of("#n", "number"))
                      .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
      return true;
    } catch (ConditionalCheckFailedException noneLeft) {
      return false;
    }
  }

  /** Everything the Region holds, without the marks of replication: {@code id/part} to item. */
  Map<String, Map<String, AttributeValue>> items(RegionName in) {
    return engine(in)
        .client()
        .scan(scan -> scan.tableName(name).consistentRead(true))
        .items()
        .stream()
        .collect(
            Collectors.toMap(
                item -> value(item, "id").s() + "/" + value(item, "part").s(),
                ReplicationAttributes::strip));
  }

  /** {@code id/part} to number, for a whole Region. */
  Map<String, Integer> numbers(RegionName in) {
    Map<String, Integer> numbers = new HashMap<>();
    items(in).forEach((key, item) -> numbers.put(key, Integer.valueOf(value(item, "number").n())));
    return numbers;
  }

  /** How many records the Region's stream has. */
  int streamRecords(RegionName in) {
    List<Record> records = new ArrayList<>();
    String arn =
        engine(in).client().describeTable(d -> d.tableName(name)).table().latestStreamArn();
    int _ = new StreamTail(engine(in).streams(), arn).drain(records::add);
    return records.size();
  }

  int pending(RegionName from, RegionName to) {
    return replicator.lag().stream()
        .filter(lag -> lag.from().equals(from) && lag.to().equals(to))
        .mapToInt(LinkLag::pendingItems)
        .sum();
  }

  /** Stops the replication with a Region and deletes what it holds. */
  void leave(RegionName region) {
    replicator.leave(region);
    engine(region).client().deleteTable(delete -> delete.tableName(name));
  }

  /** Begins again with an empty table. */
  void join(RegionName region) {
    create(engine(region));
    replicator.join(region, engine(region));
  }

  void joinAgain(RegionName region) {
    replicator.join(region, engine(region));
  }

  void joinAnotherReplicator(RegionName region) {
    try (var another = new Replicator(name, network)) {
      another.join(region, engine(region));
    }
  }

  void stopStreamIn(RegionName in) {
    engine(in)
        .client()
        .updateTable(
            update ->
                update.tableName(name).streamSpecification(stream -> stream.streamEnabled(false)));
  }

  @Override
  public void close() {
    replicator.close();
  }

  private DynamoDbEngine engine(RegionName region) {
    return Objects.requireNonNull(engines.get(region));
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
    return Objects.requireNonNull(item.get(attribute));
  }

  private static Map<String, AttributeValue> key(String id, String part) {
    return Map.of("id", AttributeValue.fromS(id), "part", AttributeValue.fromS(part));
  }

  private void create(DynamoDbEngine engine) {
    engine
        .client()
        .createTable(
            table ->
                table
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("id"), attribute("part"))
                    .keySchema(keyPart("id", KeyType.HASH), keyPart("part", KeyType.RANGE))
                    .streamSpecification(
                        stream ->
                            stream
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
  }

  private static AttributeDefinition attribute(String attributeName) {
    return AttributeDefinition.builder()
        .attributeName(attributeName)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement keyPart(String attributeName, KeyType type) {
    return KeySchemaElement.builder().attributeName(attributeName).keyType(type).build();
  }
}
