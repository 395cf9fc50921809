package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.system.Guests.Answer;
import com.globalbooking.local.workflow.Execution;
import com.globalbooking.local.workflow.ExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisCluster;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The audit finds every kind of planted drift, and no other: issue 3, shown item 2. */
@ExtendWith(RunningLocalRegions.class)
class AuditE2E {
  private static final String PROPERTY = "audited";
  private static final String DRIFT = "Drift: ";
  private static final String CACHE_ENTRY =
      "hotel:{%s}:room:double:date:%s".formatted(PROPERTY, Guests.NIGHT.plusDays(2));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyPlantedDriftIsFoundAndNoOther(Guests guests, LocalRegions local) throws Exception {
    var aftermath = new Aftermath(local);
    local.connect(PROPERTY, PmsSystems.ALPINE);
    guests.allot(guests.api(OREGON), PROPERTY, 10, OREGON);
    List<String> bookings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Answer booked =
          guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay(PROPERTY, 1));
      bookings.add(booked.body().path("bookingId").asText());
    }
    eventually(
        () -> {
          assertThat(aftermath.reservations(PmsSystems.ALPINE, PROPERTY)).hasSize(4);
          assertThat(aftermath.auditRows(OREGON, PROPERTY)).hasSize(4);
          // The search that fills the cache, and then one that it answers.
          assertThat(guests.search(guests.api(OREGON), PROPERTY).response().headers().map())
              .containsEntry("x-availability-source", List.of("cache"));
        });

    assertThat(driftOf(local)).as("drift before any was planted").isEmpty();

    plantCounterDrift(local);
    String cached = plantCacheDrift(local);
    aftermath.loseAuditRow(OREGON, bookings.get(0) + "~us-west-2~1");
    assertThat(local.pms().named(PmsSystems.ALPINE).forget(bookings.get(1))).isTrue();

    assertThat(driftOf(local))
        .extracting(drift -> drift.path("kind").asText())
        .containsOnly("counter", "cache", "audit", "pms");
    try (JedisCluster cache = cache(local)) {
      assertThat(cache.hget(CACHE_ENTRY, OREGON.value())).as("healed").isEqualTo(cached);
    }
  }

  /** Takes a unit that nobody booked, as a bug would. */
  private static void plantCounterDrift(LocalRegions local) {
    local
        .region(OREGON)
        .engine()
        .client()
        .updateItem(
            request ->
                request
                    .tableName(output(local, StackOutput.INVENTORY_TABLE_NAME))
                    .key(
                        Map.of(
                            InventoryTable.BOOKING_KEY,
                            AttributeValue.fromS(PROPERTY + "#double#" + Guests.NIGHT.plusDays(1)),
                            InventoryTable.OWNER_REGION,
                            AttributeValue.fromS(OREGON.value())))
                    .updateExpression(
                        "SET available_units = available_units - :one, version = version + :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
  }

  /** Makes the cache forget the last change of a night, as a lost update would; what it had. */
  private static String plantCacheDrift(LocalRegions local) throws Exception {
    try (JedisCluster cache = cache(local)) {
      String before = cache.hget(CACHE_ENTRY, OREGON.value());
      assertThat(before).as("version, allotted, available, rank").startsWith("1:10:10:");
      cache.hset(CACHE_ENTRY, OREGON.value(), before.replace("1:10:10:", "0:10:3:"));
      return before;
    }
  }

  private static JedisCluster cache(LocalRegions local) throws Exception {
    var certificates = Certificates.in(Path.of("target", "system-test", "certificates"));
    var configuration =
        DefaultJedisClientConfig.builder()
            .ssl(true)
            .sslSocketFactory(certificates.context().getSocketFactory())
            .user("local-cache-updater")
            .password("any: the engine cannot verify a token of IAM")
            .build();
    int port = local.region(OREGON).stores().cache().get().port();
    return new JedisCluster(
        new HostAndPort(RedisCluster.HOST, port), configuration, 3, new ConnectionPoolConfig());
  }

  /** Runs the deployed state machine once; what it accused of this property, as its log says. */
  private static List<JsonNode> driftOf(LocalRegions local) throws Exception {
    int before = accusations(local).size();
    Execution execution = new Aftermath(local).audit(OREGON);
    assertThat(execution.status())
        .as(() -> execution.failure() + " after " + execution.history())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    return accusations(local).stream()
        .skip(before)
        .filter(drift -> drift.path("propertyId").asText().equals(PROPERTY))
        .toList();
  }

  private static List<JsonNode> accusations(LocalRegions local) throws IOException {
    List<JsonNode> accusations = new ArrayList<>();
    for (String line : Files.readAllLines(local.region(OREGON).logFile("reconciliation-checker"))) {
      if (line.startsWith("{") && line.contains(DRIFT)) {
        String message = JSON.readTree(line).path("message").asText();
        accusations.add(JSON.readTree(message.substring(message.indexOf(DRIFT) + 7)));
      }
    }
    return accusations;
  }

  private static String output(LocalRegions local, String name) {
    return String.valueOf(local.outputs(OREGON).get(name));
  }
}
