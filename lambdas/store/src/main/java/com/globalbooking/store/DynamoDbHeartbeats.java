package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.contract.RegionsTable;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.Heartbeats;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Heartbeats in the regions table. The item has another writer, which adds attributes of its own:
 * so it is updated, never put, and only in the version that was read.
 */
public final class DynamoDbHeartbeats implements Heartbeats {
  static final String UPDATE = "SET #at = :at, #hears = :hears, #version = :next";
  static final String NEW = "attribute_not_exists(#version) OR #version = :seen";
  static final String AS_SEEN = "#version = :seen";

  private static final int READS_MAX = 3;

  private final DynamoDbClient client;
  private final String table;

  /**
   * @param table name of the regions table
   */
  public DynamoDbHeartbeats(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Map<Region, Sighting> sightings(Collection<Region> owners) {
    Map<Region, Sighting> sightings =
        owners.stream().collect(toMap(owner -> owner, _ -> new Sighting.Absent()));
    if (owners.isEmpty()) {
      return sightings;
    }
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(owners.stream().map(DynamoDbHeartbeats::key).toList())
            .consistentRead(true)
            .build();
    Map<String, KeysAndAttributes> rest = Map.of(table, keys);
    for (int read = 0; read < READS_MAX && !rest.isEmpty(); read++) {
      Map<String, KeysAndAttributes> asked = rest;
      BatchGetItemResponse answer =
          PassingFault.toBusy(() -> client.batchGetItem(request -> request.requestItems(asked)));
      answer
          .responses()
          .getOrDefault(table, List.of())
          .forEach(item -> sightings.put(owner(item), sighting(item)));
      rest = answer.unprocessedKeys();
    }
    rest.values().stream()
        .flatMap(unread -> unread.keys().stream())
        .forEach(key -> sightings.put(owner(key), new Sighting.Unread()));
    return sightings;
  }

  private static Sighting sighting(Map<String, AttributeValue> item) {
    return instant(item.get(RegionsTable.AT))
        .<Sighting>map(Sighting.Seen::new)
        .orElseGet(Sighting.Malformed::new);
  }

  @Override
  public Heartbeat.Predecessor predecessor(Region owner) {
    Map<String, AttributeValue> item =
        PassingFault.toBusy(
                () ->
                    client.getItem(
                        request -> request.tableName(table).key(key(owner)).consistentRead(true)))
            .item();
    Map<Region, Instant> hears = new HashMap<>();
    AttributeValue stored = item.get(RegionsTable.HEARS);
    if (stored != null && stored.hasM()) {
      stored
          .m()
          .forEach(
              (code, value) ->
                  // An entry that cannot be read is replaced by what is heard next.
                  region(code)
                      .ifPresent(region -> instant(value).ifPresent(at -> hears.put(region, at))));
    }
    return new Heartbeat.Predecessor(owner, hears, version(item));
  }

  private static long version(Map<String, AttributeValue> item) {
    AttributeValue version = item.get(RegionsTable.VERSION);
    if (version == null) {
      return 0;
    }
    if (version.n() == null) {
      throw new IllegalStateException(
          "the version of this Region's own heartbeat is no number: remove the attribute");
    }
    return Long.parseLong(version.n());
  }

  @Override
  public boolean write(Heartbeat next) {
    try {
      PassingFault.toBusy(() -> client.updateItem(update(next)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  UpdateItemRequest update(Heartbeat next) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":at", text(next.at().toString()));
    values.put(
        ":hears",
        AttributeValue.fromM(
            next.hears().entrySet().stream()
                .collect(toMap(e -> e.getKey().code(), e -> text(e.getValue().toString())))));
    values.put(":next", number(next.version()));
    values.put(":seen", number(next.version() - 1));
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key(next.owner()))
        .updateExpression(UPDATE)
        .conditionExpression(next.version() == 1 ? NEW : AS_SEEN)
        .expressionAttributeNames(
            Map.of(
                "#at", RegionsTable.AT,
                "#hears", RegionsTable.HEARS,
                "#version", RegionsTable.VERSION))
        .expressionAttributeValues(values)
        .build();
  }

  private static Map<String, AttributeValue> key(Region owner) {
    return Map.of(
        RegionsTable.OWNER, text(owner.code()), RegionsTable.PART, text(RegionsTable.HEARTBEAT));
  }

  /** Of what was asked for by this Region's own keys. */
  private static Region owner(Map<String, AttributeValue> item) {
    return new Region(text(item, RegionsTable.OWNER));
  }

  private static Optional<Region> region(String code) {
    try {
      return Optional.of(new Region(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(@Nullable AttributeValue value) {
    if (value == null || value.s() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(value.s()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
