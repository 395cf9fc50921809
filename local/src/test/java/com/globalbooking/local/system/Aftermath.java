package com.globalbooking.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.workflow.Execution;
import com.globalbooking.local.workflow.StateMachines.Start;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What becomes of a booking after its answer, looked at in the engines themselves. */
final class Aftermath {
  /** On a busy machine whose functions are JVMs that start: far beyond the service levels. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration AUDITED_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final LocalRegions local;

  Aftermath(LocalRegions local) {
    this.local = local;
  }

  /** Looks again and again, until the claim holds or patience is over. */
  static void eventually(Runnable claim) {
    eventually(PATIENCE, claim);
  }

  static void eventually(Duration patience, Runnable claim) {
    await().atMost(patience).pollInterval(LOOK_EVERY).untilAsserted(claim::run);
  }

  static <T> T eventuallyPresent(Supplier<Optional<T>> question) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(question::get, Optional::isPresent)
        .orElseThrow();
  }

  /** Rows of the audit trail about a property: event id to how many rows it has. */
  Map<String, Integer> auditRows(RegionName region, String property) {
    String sql =
        "SELECT event_id, COUNT(*) FROM audit.booking_event WHERE property_id = ? GROUP BY event_id";
    try (Connection connection = region(region).stores().database().get().administrator();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, property);
      Map<String, Integer> rows = new TreeMap<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.put(found.getString(1), found.getInt(2));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError("The audit database does not answer", e);
    }
  }

  /** Takes rows of a property out of the audit trail behind its back: a planted drift. */
  void loseAuditRow(RegionName region, String eventId) throws SQLException {
    try (Connection connection = region(region).stores().database().get().administrator();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM audit.booking_event WHERE event_id = ?")) {
      statement.setString(1, eventId);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  /** What the hotel's system knows of a property. */
  List<Reservation> reservations(String pms, String property) {
    return local.pms().named(pms).reservations().stream()
        .filter(reservation -> reservation.propertyId().equals(property))
        .toList();
  }

  /** The state of the circuit breaker of a PMS, as the control table has it. */
  Optional<String> circuit(RegionName region, String pms) {
    Map<String, AttributeValue> item =
        region(region)
            .engine()
            .client()
            .getItem(
                request ->
                    request
                        .tableName(output(region, StackOutput.CONTROL_TABLE_NAME))
                        .consistentRead(true)
                        .key(
                            Map.of(
                                ControlTable.NAME,
                                AttributeValue.fromS(ControlTable.CIRCUIT + pms))))
            .item();
    return Optional.ofNullable(item.get("circuit_state")).map(AttributeValue::s);
  }

  /** Ids of a property's bookings as the table has them, each as often as it is there. */
  List<String> bookings(RegionName region, String property) {
    return region(region)
        .engine()
        .client()
        .queryPaginator(
            request ->
                request
                    .tableName(output(region, StackOutput.BOOKINGS_TABLE_NAME))
                    .indexName(BookingsTable.PROPERTY_STAY_INDEX)
                    .keyConditionExpression(BookingsTable.PROPERTY_ID + " = :property")
                    .expressionAttributeValues(Map.of(":property", AttributeValue.fromS(property))))
        .items()
        .stream()
        .map(item -> Objects.requireNonNull(item.get(BookingsTable.BOOKING_ID)).s())
        .toList();
  }

  /** How many messages wait in each dead-letter queue that is not empty. */
  Map<String, Integer> deadLetters(RegionName region) {
    var sqs = region(region).messaging().queues().client();
    Map<String, Integer> waiting = new TreeMap<>();
    outputObject(region, StackOutput.DEAD_LETTER_QUEUE_URLS)
        .forEach(
            (name, url) -> {
              String count =
                  sqs.getQueueAttributes(
                          request ->
                              request
                                  .queueUrl(url)
                                  .attributeNames(
                                      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                      .attributes()
                      .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
              if (!"0".equals(count)) {
                waiting.put(name, Integer.parseInt(String.valueOf(count)));
              }
            });
    return waiting;
  }

  /** Bodies of the last messages of the topic that carries every event, of one property. */
  List<String> published(RegionName region, String property) {
    return bodies(region, StackOutput.TOPIC_ARN).stream()
        .filter(body -> body.contains("\"" + property + "\""))
        .toList();
  }

  /** Bodies of the last messages by which people are told. */
  List<String> alarmMessages(RegionName region) {
    return bodies(region, StackOutput.ALARM_TOPIC_ARN);
  }

  /** Puts an item of texts into a table, behind everybody's back. */
  void put(RegionName region, String tableOutput, Map<String, String> item) {
    Map<String, AttributeValue> attributes = new TreeMap<>();
    item.forEach((name, value) -> attributes.put(name, AttributeValue.fromS(value)));
    region(region)
        .engine()
        .client()
        .putItem(request -> request.tableName(output(region, tableOutput)).item(attributes));
  }

  /** Sends a message to a queue, behind everybody's back. */
  void send(RegionName region, String queue, String body) {
    String url = Objects.requireNonNull(outputObject(region, StackOutput.QUEUE_URLS).get(queue));
    region(region)
        .messaging()
        .queues()
        .client()
        .sendMessage(
            request -> {
              request.queueUrl(url).messageBody(body);
              if (queue.endsWith(".fifo")) {
                request.messageGroupId("poison").messageDeduplicationId("poison");
              }
            });
  }

  /** Runs the deployed state machine once, to its end. */
  Execution audit(RegionName region) throws InterruptedException {
    Start start =
        region(region)
            .operations()
            .stateMachines()
            .start(
                output(region, StackOutput.RECONCILIATION_STATE_MACHINE_ARN),
                JsonNodeFactory.instance.objectNode());
    Execution execution = ((Start.Started) start).execution();
    assertThat(execution.await(AUDITED_WITHIN)).as("the audit ended in time").isTrue();
    return execution;
  }

  private List<String> bodies(RegionName region, String output) {
    String arn = output(region, output);
    List<String> bodies = new ArrayList<>();
    region(region)
        .messaging()
        .topics()
        .messages(arn)
        .forEach(it -> bodies.add(it.message().body()));
    return bodies;
  }

  private String output(RegionName region, String name) {
    return String.valueOf(region(region).outputs().get(name));
  }

  @SuppressWarnings("unchecked") // an output of the stack, as StackOutput describes it
  private Map<String, String> outputObject(RegionName region, String name) {
    return (Map<String, String>)
        (Map<?, ?>) Objects.requireNonNull(region(region).outputs().get(name));
  }

  private LocalRegion region(RegionName region) {
    return local.region(region);
  }
}
