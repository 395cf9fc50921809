package com.globalbooking.local.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Regions that join a global table and leave it. */
class ReplicatorMembersIT {
  private static final Path LIB = Path.of("dynamodb-local", "target", "lib");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final RegionName WEST = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final RegionName TOKYO = new RegionName("ap-northeast-1");
  private static final List<RegionName> ALL = List.of(WEST, IRELAND, TOKYO);

  @TempDir static Path logs;
  private static Map<RegionName, DynamoDbEngine> engines = Map.of();

  private ReplicatedTable table;

  @BeforeAll
  static void startEngines() throws Exception {
    engines = Map.of(WEST, start(WEST), IRELAND, start(IRELAND), TOKYO, start(TOKYO));
  }

  @AfterAll
  static void stopEngines() {
    engines.values().forEach(DynamoDbEngine::close);
  }

  @BeforeEach
  void createTable(TestInfo test) {
    table = new ReplicatedTable(test.getTestMethod().orElseThrow().getName(), engines);
  }

  @AfterEach
  void stopReplicating() {
    table.close();
  }

  @Test
  void aRegionThatJoinsGetsWhatTheOthersHaveAndTakesPartFromThen() throws Exception {
    table.put(WEST, "a", "1", 10);
    table.put(IRELAND, "b", "1", 20);
    table.put(IRELAND, "gone", "1", 1);
    awaitQuiet();
    table.leave(TOKYO);
    table.delete(WEST, "gone", "1");
    table.put(WEST, "a", "1", 11);

    table.join(TOKYO);
    table.put(TOKYO, "c", "1", 30);
    assertThatThrownBy(() -> table.joinAgain(TOKYO))
        .hasMessageContaining("already in ap-northeast-1");

    awaitQuiet();
    everyRegionHolds(Map.of("a/1", 11, "b/1", 20, "c/1", 30));
  }

  @Test
  void aRegionThatJoinsWhileGuestsWriteMissesNothing() throws Exception {
    table.leave(TOKYO);
    var random = new Random(7);
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> west = writers.submit(() -> writeAtRandom(WEST, random));
      Future<?> ireland = writers.submit(() -> writeAtRandom(IRELAND, random));
      table.join(TOKYO);
      west.get();
      ireland.get();
    }
    awaitQuiet();
    for (RegionName region : ALL) {
      assertThat(table.items(region)).isEqualTo(table.items(WEST));
    }
  }

  @Test
  void aRegionThatLeftKeepsItsWritesToItself() throws Exception {
    table.replicator.leave(TOKYO);
    table.put(TOKYO, "a", "1", 1);
    table.put(WEST, "b", "1", 2);

    awaitQuiet();

    assertThat(table.numbers(WEST)).isEqualTo(Map.of("b/1", 2));
    assertThat(table.numbers(IRELAND)).isEqualTo(Map.of("b/1", 2));
    assertThat(table.numbers(TOKYO)).isEqualTo(Map.of("a/1", 1));
    table.replicator.leave(TOKYO);
  }

  private void writeAtRandom(RegionName region, Random random) {
    for (int i = 0; i < 150; i++) {
      String id = "k" + random.nextInt(5);
      switch (random.nextInt(4)) {
        case 0 -> table.delete(region, id, "1");
        case 1 -> table.set(region, id, "1", "by" + region, Integer.toString(i));
        default -> table.put(region, id, "1", i);
      }
    }
  }

  private void awaitQuiet() throws InterruptedException {
    assertThat(table.replicator.awaitQuiet(LIMIT)).as("quiet within %s", LIMIT).isTrue();
  }

  private void everyRegionHolds(Map<String, Integer> numbers) {
    ALL.forEach(region -> assertThat(table.numbers(region)).as("%s", region).isEqualTo(numbers));
  }

  private static DynamoDbEngine start(RegionName region) throws Exception {
    return DynamoDbEngine.start(region, LIB, logs.resolve(region + ".log"));
  }
}
