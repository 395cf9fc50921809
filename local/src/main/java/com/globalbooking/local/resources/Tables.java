package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.replication.Replicator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/** The tables of all Regions, and the replication of those that are global. */
public final class Tables implements AutoCloseable {
  private final Map<RegionName, DynamoDbEngine> engines;
  private final Network network;
  private final Map<String, Replicator> replicators = new ConcurrentSkipListMap<>();

  /**
   * @param network what the replication of global tables crosses
   */
  public Tables(Map<RegionName, DynamoDbEngine> engines, Network network) {
    this.engines = Map.copyOf(engines);
    this.network = network;
  }

  /**
   * Makes a table in each of these Regions, and replicates it when they are several.
   *
   * @return the table as each Region describes it, in the order of the Regions
   * @throws IllegalArgumentException when one of the Regions is not running locally
   */
  Map<RegionName, TableDescription> create(
      CreateTableRequest table,
      Optional<TimeToLiveSpecification> timeToLive,
      SequencedSet<RegionName> regions) {
    Map<RegionName, DynamoDbEngine> replicas = new LinkedHashMap<>();
    regions.forEach(region -> replicas.put(region, engine(region)));
    Map<RegionName, TableDescription> made = new LinkedHashMap<>();
    replicas.forEach((region, engine) -> made.put(region, create(table, timeToLive, engine)));
    if (replicas.size() > 1) {
      var replicator = new Replicator(table.tableName(), replicas, network);
      replicators.put(table.tableName(), replicator);
      replicator.start();
    }
    return made;
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
          "a replica in %s was asked for, but the local Regions are %s"
              .formatted(region, engines.keySet().stream().sorted().toList()));
    }
    return engine;
  }

  private static TableDescription create(
      CreateTableRequest table,
      Optional<TimeToLiveSpecification> timeToLive,
      DynamoDbEngine engine) {
    var client = engine.client();
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
