package com.globalbooking.local.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.SettableClock;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.replication.Replica.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The moments between a write and its stream record, one step at a time. */
class ReplicaIT {
  private static final RegionName WEST = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  @TempDir static Path logs;
  private static Map<RegionName, DynamoDbEngine> engines = Map.of();

  private final SettableClock clock = new SettableClock(NOON);
  private ReplicatedTable table;
  private Replica west;
  private StreamTail tail;

  @BeforeAll
  static void startEngine() throws Exception {
    Path lib = Path.of("dynamodb-local", "target", "lib");
    engines = Map.of(WEST, DynamoDbEngine.start(WEST, lib, logs.resolve("engine.log")));
  }

  @AfterAll
  static void stopEngine() {
    engines.values().forEach(DynamoDbEngine::close);
  }

  @BeforeEach
  void createTable(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    table = new ReplicatedTable(name, engines);
    // A replicator over one Region does nothing; the test reads the stream itself.
    table.close();
    DynamoDbEngine engine = engines.values().iterator().next();
    west = new Replica(WEST, engine.client(), name, clock);
    String stream = engine.client().describeTable(d -> d.tableName(name)).table().latestStreamArn();
    tail = new StreamTail(engine.streams(), stream);
  }

  @Test
  void aWriteThatTheStreamHasNotShownIsNotOverwritten() {
    table.put(WEST, "a", "1", 1);
    readStream();
    table.put(WEST, "a", "1", 2);

    clock.set(NOON.plus(Duration.ofMinutes(2)));
    Change earlier = fromIreland("a", 3, Duration.ofMinutes(1));
    assertThat(west.apply(earlier)).isEqualTo(Outcome.UNSEEN_WRITE);
    readStream();
    assertThat(west.apply(earlier)).isEqualTo(Outcome.SUPERSEDED);
    assertThat(table.numbers(WEST)).isEqualTo(Map.of("a/1", 2));
  }

  @Test
  void aWriteOverAnAppliedChangeIsLaterWhateverTheClockSays() {
    assertThat(west.apply(fromIreland("a", 1, Duration.ofMinutes(5)))).isEqualTo(Outcome.APPLIED);
    table.put(WEST, "a", "1", 2);
    readStream();
    assertThat(west.apply(fromIreland("a", 3, Duration.ofMinutes(5))))
        .isEqualTo(Outcome.SUPERSEDED);
  }

  @Test
  void aWriteThatNoConditionSeesIsPutBackAndTheItemStaysReplicable() {
    assertThat(west.apply(fromIreland("a", 1, Duration.ofMinutes(-2)))).isEqualTo(Outcome.APPLIED);
    readStream();
    table.set(WEST, "a", "1", "note", "precious");
    // Applied over the note, which the stream has not shown and no condition could name.
    assertThat(west.apply(fromIreland("a", 2, Duration.ofMinutes(-1)))).isEqualTo(Outcome.APPLIED);

    readStream();
    assertThat(table.items(WEST).get("a/1"))
        .containsEntry("note", AttributeValue.fromS("precious"))
        .containsEntry("number", AttributeValue.fromN("1"));

    readStream();
    assertThat(west.apply(fromIreland("a", 3, Duration.ofMinutes(1)))).isEqualTo(Outcome.APPLIED);
    assertThat(table.numbers(WEST)).isEqualTo(Map.of("a/1", 3));
  }

  @Test
  void aDeleteThatStoppedHalfwayIsDoneAgain() {
    table.put(WEST, "a", "1", 1);
    readStream();
    Stamp stamp = stamp(Duration.ofMinutes(1));
    table.putMarkedForDelete(WEST, "a", "1", 1, stamp);
    readStream();
    assertThat(west.apply(new Change.Delete(key("a"), stamp))).isEqualTo(Outcome.APPLIED);
    assertThat(table.numbers(WEST)).isEmpty();
  }

  private void readStream() {
    int _ = tail.drain(streamRecord -> west.observe(streamRecord));
  }

  private static Change fromIreland(String id, int number, Duration afterNoon) {
    Map<String, AttributeValue> item = new HashMap<>(key(id).attributes());
    item.put("number", AttributeValue.fromN(Integer.toString(number)));
    return new Change.Put(key(id), item, stamp(afterNoon));
  }

  private static Stamp stamp(Duration afterNoon) {
    return new Stamp(NOON.plus(afterNoon).toEpochMilli() * 1000, IRELAND);
  }

  private static ItemKey key(String id) {
    return new ItemKey(Map.of("id", AttributeValue.fromS(id), "part", AttributeValue.fromS("1")));
  }
}
