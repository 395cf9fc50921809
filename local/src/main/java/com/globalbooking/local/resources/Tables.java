package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.replication.Replicator;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/** The tables of all Regions, and the replication of those that are global. */
public final class Tables implements AutoCloseable {
  private final Map<RegionName, DynamoDbEngine> engines;
  private final Network network;
  private final Map<String, String> hashKeys = new ConcurrentHashMap<>();
  private final Map<String, Replicator> replicators = new ConcurrentSkipListMap<>();

  /**
   * @param network what the replication of global tables crosses
   */
  public Tables(Map<RegionName, DynamoDbEngine> engines, Network network) {
    this.engines = Map.copyOf(engines);
    this.network = network;
  }

  /**
   * Makes a table in one Region.
   *
   * @return as the Region describes it
   * @throws IllegalArgumentException when the Region is not running locally
   */
  TableDescription create(
      CreateTableRequest table, Optional<TimeToLiveSpecification> timeToLive, RegionName region) {
    return create(table, timeToLive, engine(region));
  }

  /**
   * Makes the replica of another Region's table, with its keys, indexes, stream and TTL, and
   * replicates it from now on, all that the table holds included.
   *
   * @throws IllegalArgumentException when there is no such table, or it cannot have replicas
   */
  synchronized TableDescription replicate(String name, RegionName main, RegionName region) {
    DynamoDbEngine origin = engine(main);
    DynamoDbEngine engine = engine(region);
    TableDescription table =
        describe(name, main)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no table %s in %s".formatted(name, main)));
    if (table.streamSpecification() == null
        || table.streamSpecification().streamViewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
      throw new IllegalArgumentException(
          "a table with replicas needs 'streamEnabled' and 'streamViewType' NEW_AND_OLD_IMAGES;"
              + " that of %s in %s has not".formatted(name, main));
    }
    TableDescription replica = create(TableCopy.of(table), timeToLive(name, origin), engine);
    Replicator replicator = replicators.get(name);
    if (replicator == null) {
      replicator = new Replicator(name, network);
      replicator.join(main, origin);
      replicators.put(name, replicator);
    }
    replicator.join(region, engine);
    return replica;
  }

  /**
   * Brings a table and all its replicas to other indexes, another TTL or with a stream.
   *
   * @return as the Region describes it
   * @throws IllegalArgumentException with a sentence, when the change is refused
   */
  synchronized TableDescription update(
      CreateTableRequest wanted, Optional<TimeToLiveSpecification> timeToLive, RegionName region) {
    Replicator replicator = replicators.get(wanted.tableName());
    Collection<RegionName> copies = replicator == null ? Set.of(region) : replicator.regions();
    copies.forEach(it -> TableChange.apply(engine(it).client(), wanted, timeToLive));
    return describe(wanted.tableName(), region)
        .orElseThrow(() -> new IllegalArgumentException("there is no table " + wanted.tableName()));
  }

  /** Deletes a Region's copy of a table; that there is none is no failure. */
  synchronized void delete(String name, RegionName region) {
    Replicator replicator = replicators.get(name);
    if (replicator != null) {
      replicator.leave(region);
      if (replicator.regions().size() < 2) {
        replicators.remove(name);
        replicator.close();
      }
    }
    try {
      engine(region).client().deleteTable(request -> request.tableName(name));
    } catch (ResourceNotFoundException gone) {
      // As it should be.
    }
  }

  /** A table as a Region describes it; empty when it has none of this name. */
  Optional<TableDescription> describe(String name, RegionName region) {
    try {
      return Optional.of(
          engine(region).client().describeTable(request -> request.tableName(name)).table());
    } catch (ResourceNotFoundException none) {
      return Optional.empty();
    }
  }

  private static Optional<TimeToLiveSpecification> timeToLive(String name, DynamoDbEngine engine) {
    TimeToLiveDescription ttl =
        engine.client().describeTimeToLive(it -> it.tableName(name)).timeToLiveDescription();
    return ttl.attributeName() == null
        ? Optional.empty()
        : Optional.of(
            TimeToLiveSpecification.builder()
                .attributeName(ttl.attributeName())
                .enabled(true)
                .build());
  }

  /** The name of a table's partition key; empty when the table is not known. */
  public String hashKey(String table) {
    return hashKeys.getOrDefault(table, "");
  }

  /** The replication of each global table, by table name. */
  public Map<String, Replicator> replicators() {
    return Map.copyOf(replicators);
  }

  @Override
  public void close() {
    replicators.values().forEach(Replicator::close);
  }

  private DynamoDbEngine engine(RegionName region) {
    DynamoDbEngine engine = engines.get(region);
    if (engine == null) {
      throw new IllegalArgumentException(
          "a table in %s was asked for, but the local Regions are %s"
              .formatted(region, engines.keySet().stream().sorted().toList()));
    }
    return engine;
  }

  private TableDescription create(
      CreateTableRequest table,
      Optional<TimeToLiveSpecification> timeToLive,
      DynamoDbEngine engine) {
    var client = engine.client();
    table.keySchema().stream()
        .filter(key -> key.keyType() == KeyType.HASH)
        .forEach(key -> hashKeys.put(table.tableName(), key.attributeName()));
    client.createTable(table);
    client.waiter().waitUntilTableExists(request -> request.tableName(table.tableName()));
    timeToLive.ifPresent(
        specification ->
            client.updateTimeToLive(
                request ->
                    request.tableName(table.tableName()).timeToLiveSpecification(specification)));
    return client.describeTable(request -> request.tableName(table.tableName())).table();
  }
}
