package com.globalbooking.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.Route;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Bookings that all succeed: tables of one Region, more units than anybody can book, and one
 * request after the other, each for the next night in turn so that parallel instances seldom meet.
 */
final class BookingWorkload {
  private static final int NIGHTS = 200;
  private static final String UNITS = "1000000000";
  private static final String PROPERTY = "bench-hotel";
  private static final String ROOM = "double";

  private static final String INVENTORY = "bench-inventory";
  private static final String BOOKINGS = "bench-bookings";
  private static final String OUTBOX = "bench-outbox";

  private final DynamoDbEngine engine;
  private final LocalDate firstNight;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger requests = new AtomicInteger();

  BookingWorkload(DynamoDbEngine engine, Clock clock) {
    this.engine = engine;
    this.firstNight = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(10);
  }

  /** Creates the tables and loads the allotments. */
  void load() {
    DynamoDbClient client = engine.client();
    createTable(client, INVENTORY, InventoryTable.BOOKING_KEY, InventoryTable.OWNER_REGION);
    createTable(client, BOOKINGS, BookingsTable.BOOKING_ID, BookingsTable.DECIDING_REGION);
    createTable(client, OUTBOX, OutboxTable.OUTBOX_ID);
    for (int night = 0; night < NIGHTS; night++) {
      var item = allotment(firstNight.plusDays(night));
      client.putItem(put -> put.tableName(INVENTORY).item(item));
    }
  }

  /** The environment of the function, as the stack and Lambda would set it. */
  Map<String, String> environment() {
    String region = engine.region().value();
    return Map.ofEntries(
        Map.entry(EnvironmentVariable.BOOKING_INVENTORY_TABLE.name(), INVENTORY),
        Map.entry(EnvironmentVariable.BOOKING_BOOKINGS_TABLE.name(), BOOKINGS),
        Map.entry(EnvironmentVariable.BOOKING_OUTBOX_TABLE.name(), OUTBOX),
        Map.entry(EnvironmentVariable.BOOKING_REGIONS.name(), region),
        Map.entry("AWS_ENDPOINT_URL", engine.endpoint().toString()),
        Map.entry("AWS_REGION", region),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "bench"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "bench"),
        Map.entry("_HANDLER", "bootstrap"),
        Map.entry("JAVA_HOME", System.getProperty("java.home")),
        Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
        Map.entry("TZ", ":UTC"),
        Map.entry("LANG", "en_US.UTF-8"));
  }

  /** The next request, as API Gateway hands it to a function. */
  byte[] nextEvent() {
    int number = requests.getAndIncrement();
    var body =
        Map.of(
            "propertyId",
            PROPERTY,
            "roomId",
            ROOM,
            "date",
            firstNight.plusDays(number % NIGHTS).toString(),
            "units",
            1,
            "guestInfo",
            Map.of("name", "Bench Guest", "email", "guest@example.com"));
    var claims = Map.of("sub", "bench-guest", "scope", "booking:write");
    try {
      return json.writeValueAsBytes(
          Map.of(
              "version",
              "2.0",
              "routeKey",
              Route.BOOK.key(),
              "rawPath",
              "/book",
              "rawQueryString",
              "",
              "headers",
              Map.of("content-type", "application/json", "idempotency-key", "bench-" + number),
              "requestContext",
              Map.of(
                  "stage",
                  "$default",
                  "requestId",
                  "bench-" + number,
                  "http",
                  Map.of("method", "POST", "path", "/book"),
                  "authorizer",
                  Map.of("jwt", Map.of("claims", claims))),
              "body",
              json.writeValueAsString(body),
              "isBase64Encoded",
              false));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps of text always become JSON", impossible);
    }
  }

  private Map<String, AttributeValue> allotment(LocalDate night) {
    String now = firstNight + "T00:00:00Z";
    return Map.ofEntries(
        Map.entry(
            InventoryTable.BOOKING_KEY, AttributeValue.fromS(PROPERTY + "#" + ROOM + "#" + night)),
        Map.entry(InventoryTable.OWNER_REGION, AttributeValue.fromS(engine.region().value())),
        Map.entry(InventoryTable.PROPERTY_ID, AttributeValue.fromS(PROPERTY)),
        Map.entry(InventoryTable.ROOM_ID, AttributeValue.fromS(ROOM)),
        Map.entry(InventoryTable.STAY_DATE, AttributeValue.fromS(night.toString())),
        Map.entry(InventoryTable.ALLOTTED_UNITS, AttributeValue.fromN(UNITS)),
        Map.entry(InventoryTable.AVAILABLE_UNITS, AttributeValue.fromN(UNITS)),
        Map.entry(InventoryTable.RESERVED_UNITS, AttributeValue.fromN("0")),
        Map.entry(InventoryTable.VERSION, AttributeValue.fromN("1")),
        Map.entry(InventoryTable.CREATED_AT, AttributeValue.fromS(now)),
        Map.entry(InventoryTable.UPDATED_AT, AttributeValue.fromS(now)));
  }

  /** A table without the indexes: booking does not read them. */
  private static void createTable(DynamoDbClient client, String name, String... keys) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    Arrays.stream(keys)
                        .map(
                            key ->
                                AttributeDefinition.builder()
                                    .attributeName(key)
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                        .toList())
                .keySchema(
                    Arrays.stream(keys)
                        .map(
                            key ->
                                KeySchemaElement.builder()
                                    .attributeName(key)
                                    .keyType(key.equals(keys[0]) ? KeyType.HASH : KeyType.RANGE)
                                    .build())
                        .toList()));
  }
}
