package com.globalbooking.local.resources;

import static com.globalbooking.local.resources.RegionFixture.IRELAND;
import static com.globalbooking.local.resources.RegionFixture.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
      var created = region.create(TYPE, "table", table(Map.of("replicas", replicaIn("eu-west-1"))));

      TableDescription replica =
          ireland.client().describeTable(request -> request.tableName("nights")).table();
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
      assertThat(outputs.objects("replicas").getFirst().string("streamArn"))
          .isEqualTo(
              "arn:aws:dynamodb:eu-west-1:000000000000:table/nights/stream/"
                  + replica.latestStreamLabel());
      assertThat(region.context.tables().replicators()).containsOnlyKeys("nights");
    }
  }

  @Test
  void aReplicaNeedsAStreamAndARegionThatRuns() throws Exception {
    try (DynamoDbEngine oregon = engine("oregon");
        var region = new RegionFixture(root, Map.of(OREGON, oregon))) {
      assertThatThrownBy(
              () ->
                  region.create(
                      TYPE,
                      "table",
                      table(Map.of("replicas", replicaIn("eu-west-1"), "streamEnabled", false))))
          .hasMessageContaining("NEW_AND_OLD_IMAGES");
      assertThatThrownBy(
              () -> region.create(TYPE, "table", table(Map.of("replicas", replicaIn("eu-west-1")))))
          .hasMessageContaining("eu-west-1")
          .hasMessageContaining("us-west-2");
      assertThat(oregon.client().listTables().tableNames()).isEmpty();
    }
  }

  private DynamoDbEngine engine(String name) throws Exception {
    return DynamoDbEngine.start(OREGON, LIB, root.resolve(name + ".log"));
  }

  private static List<Map<String, String>> replicaIn(String region) {
    return List.of(Map.of("regionName", region));
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
