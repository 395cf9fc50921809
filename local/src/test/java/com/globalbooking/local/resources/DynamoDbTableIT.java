package com.globalbooking.local.resources;

import static com.globalbooking.local.resources.RegionFixture.IRELAND;
import static com.globalbooking.local.resources.RegionFixture.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.ResourceHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class DynamoDbTableIT {
  private static final Path LIB = Path.of("dynamodb-local/target/lib").toAbsolutePath();
  private static final String TYPE = DynamoDbTable.TYPE;

  private @TempDir Path root;

  @Test
  void aGlobalTableIsMadeInEveryRegionWithKeysIndexesStreamAndTtl() throws Exception {
    try (DynamoDbEngine oregon = engine("oregon");
        DynamoDbEngine ireland = DynamoDbEngine.start(IRELAND, LIB, root.resolve("ireland.log"));
        var region = new RegionFixture(root, Map.of(OREGON, oregon, IRELAND, ireland))) {
      var created = region.create(TYPE, "table", table(Map.of()));
      TableDescription replica = region.context.tables().replicate("nights", OREGON, IRELAND);
      assertThat(replica.keySchema())
          .extracting(key -> key.attributeName() + " " + key.keyType())
          .containsExactly("night HASH", "owner RANGE");
      assertThat(replica.globalSecondaryIndexes())
          .extracting(GlobalSecondaryIndexDescription::indexName)
          .containsExactly("ByOwner");
      assertThat(
              ireland
                  .client()
                  .describeTimeToLive(request -> request.tableName("nights"))
                  .timeToLiveDescription()
                  .timeToLiveStatus())
          .isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
      var outputs = new Inputs(created.computed());
      assertThat(outputs.string("arn"))
          .isEqualTo("arn:aws:dynamodb:us-west-2:000000000000:table/nights");
      assertThat(outputs.string("streamArn"))
          .startsWith("arn:aws:dynamodb:us-west-2:000000000000:table/nights/stream/");
      assertThat(region.context.tables().replicators()).containsOnlyKeys("nights");
    }
  }

  @Test
  void aReplicaIsMadeOfAnotherRegionsTableAndDeletedWithoutIt() throws Exception {
    try (DynamoDbEngine oregon = engine("oregon");
        DynamoDbEngine ireland = DynamoDbEngine.start(IRELAND, LIB, root.resolve("ireland.log"));
        var irish = new RegionFixture(root, Map.of(IRELAND, ireland, OREGON, oregon))) {
      // The fixture's Region is Oregon: here the main table is Ireland's.
      var main =
          irish.context.tables().create(TableCopy.of(described(irish)), Optional.empty(), IRELAND);
      ireland
          .client()
          .putItem(
              put ->
                  put.tableName("nights")
                      .item(
                          Map.of(
                              "night", AttributeValue.fromS("1"),
                              "owner", AttributeValue.fromS("o"))));
      assertThat(main.latestStreamLabel()).isNotEmpty();
      Map<String, Object> inputs =
          Map.of("globalTableArn", "arn:aws:dynamodb:eu-west-1:000000000000:table/nights");
      var created = irish.create(DynamoDbTableReplica.TYPE, "replica", inputs);

      assertThat(created.id()).isEqualTo("nights:eu-west-1");
      assertThat(new Inputs(created.computed()).string("arn"))
          .isEqualTo("arn:aws:dynamodb:us-west-2:000000000000:table/nights");
      var replicator = Objects.requireNonNull(irish.context.tables().replicators().get("nights"));
      assertThat(replicator.awaitQuiet(Duration.ofSeconds(20))).isTrue();
      assertThat(oregon.client().scan(scan -> scan.tableName("nights")).count()).isEqualTo(1);
      var existing =
          new ResourceHandler.Existing(
              DynamoDbTableReplica.TYPE,
              created.id(),
              new Inputs(PropertyValue.fields(inputs)),
              new Inputs(created.computed()));
      var handler = irish.handler(DynamoDbTableReplica.TYPE);
      assertThat(handler.exists(existing)).isTrue();
      handler.delete(existing);
      handler.delete(existing);
      assertThat(handler.exists(existing)).isFalse();
      assertThat(ireland.client().listTables().tableNames()).containsExactly("nights");
      assertThat(irish.context.tables().replicators()).isEmpty();
    }
  }

  /** The table of the other test, described by an engine that makes and forgets it. */
  private static TableDescription described(RegionFixture region) throws Exception {
    var _ = region.create(TYPE, "table", table(Map.of()));
    TableDescription table = region.context.tables().describe("nights", OREGON).orElseThrow();
    region.context.tables().delete("nights", OREGON);
    return table;
  }

  @Test
  void aReplicaNeedsAMainTableWithAStreamInARegionThatRuns() throws Exception {
    try (DynamoDbEngine oregon = engine("oregon");
        DynamoDbEngine ireland = DynamoDbEngine.start(IRELAND, LIB, root.resolve("ireland.log"));
        var region = new RegionFixture(root, Map.of(OREGON, oregon, IRELAND, ireland))) {
      var tables = region.context.tables();
      assertThatThrownBy(() -> tables.replicate("nights", OREGON, IRELAND))
          .hasMessage("there is no table nights in us-west-2");
      var _ = region.create(TYPE, "table", table(Map.of("streamEnabled", false)));
      assertThatThrownBy(() -> tables.replicate("nights", OREGON, IRELAND))
          .hasMessageContaining("NEW_AND_OLD_IMAGES");
      assertThatThrownBy(() -> tables.replicate("nights", OREGON, new RegionName("ap-southeast-1")))
          .hasMessageContaining("ap-southeast-1")
          .hasMessageContaining("us-west-2");
      assertThatThrownBy(
              () ->
                  region.create(
                      DynamoDbTableReplica.TYPE,
                      "replica",
                      Map.of(
                          "globalTableArn",
                          "arn:aws:dynamodb:us-west-2:000000000000:table/nights")))
          .hasMessageContaining("same region");
      assertThat(ireland.client().listTables().tableNames()).isEmpty();
    }
  }

  private DynamoDbEngine engine(String name) throws Exception {
    return DynamoDbEngine.start(OREGON, LIB, root.resolve(name + ".log"));
  }

  private static Map<String, Object> table(Map<String, ?> more) {
    Map<String, Object> inputs =
        new HashMap<>(
            Map.of(
                "name",
                "nights",
                "hashKey",
                "night",
                "rangeKey",
                "owner",
                "attributes",
                List.of(Map.of("name", "night", "type", "S"), Map.of("name", "owner", "type", "S")),
                "globalSecondaryIndexes",
                List.of(Map.of("name", "ByOwner", "hashKey", "owner", "projectionType", "ALL")),
                "streamEnabled",
                true,
                "streamViewType",
                "NEW_AND_OLD_IMAGES",
                "ttl",
                Map.of("enabled", true, "attributeName", "expiry")));
    inputs.putAll(more);
    return inputs;
  }
}
