package com.globalbooking.local.sources;

import static com.globalbooking.local.sources.SourcesFixture.REGION;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.SettableClock;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.messaging.RegionMessaging;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table with a stream on DynamoDB Local, and a function that does as a test says. */
abstract class StreamScenario {
  private static final Path LIB = Path.of("dynamodb-local", "target", "lib");
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir private static Path directory;
  private static DynamoDbEngine engine;

  private final SettableClock clock = new SettableClock(Instant.now());
  SourcesFixture region;
  private String table;
  String deadLetters;

  @BeforeAll
  static void startEngine() throws Exception {
    engine = DynamoDbEngine.start(REGION, LIB, directory.resolve("dynamodb.log"));
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void start() {
    region = new SourcesFixture(engine, this::mappings);
    table = "table" + NAMES.incrementAndGet();
    deadLetters = region.queue("dead-letters", Map.of());
    create(table);
  }

  @AfterEach
  void stop() {
    region.close();
  }

  /** What is under test; a mutant makes another. */
  EventSourceMappings mappings(
      RecordingFunction function,
      @Nullable DynamoDbEngine tables,
      RegionMessaging messaging,
      SourcesFixture fixture) {
    return SourcesFixture.mappings(function, tables, messaging, fixture, clock);
  }

  SettableClock clock() {
    return clock;
  }

  MappingStatus status() {
    return region.mappings.status().getFirst();
  }

  List<JsonNode> records() {
    return region.function.batches().stream().flatMap(List::stream).toList();
  }

  List<Integer> numbers() {
    return numbers(records());
  }

  static List<Integer> numbers(List<JsonNode> batch) {
    return batch.stream().map(StreamScenario::number).toList();
  }

  static int number(JsonNode change) {
    return change.path("dynamodb").path("NewImage").path("number").path("N").asInt();
  }

  static String sequence(JsonNode change) {
    return change.path("dynamodb").path("SequenceNumber").asText();
  }

  void putFour() {
    for (int number = 1; number <= 4; number++) {
      put("a", number);
    }
  }

  void put(String id, int number) {
    engine
        .client()
        .putItem(
            put ->
                put.tableName(table)
                    .item(
                        Map.of(
                            "id",
                            AttributeValue.fromS(id),
                            "number",
                            AttributeValue.fromN(Integer.toString(number)))));
  }

  void delete(String id) {
    engine
        .client()
        .deleteItem(it -> it.tableName(table).key(Map.of("id", AttributeValue.fromS(id))));
  }

  String streamArn() {
    return "arn:aws:dynamodb:eu-west-1:000000000000:table/" + table + "/stream/label";
  }

  StreamSourceBuilder source() {
    return new StreamSourceBuilder(streamArn(), region.messaging.queues().arn("dead-letters"));
  }

  private static void create(String name) {
    engine
        .client()
        .createTable(
            it ->
                it.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .streamSpecification(
                        stream ->
                            stream
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
  }
}
