package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/**
 * {@code aws:dynamodb/table:Table}: a table on the Region's DynamoDB Local and on that of each
 * replica's Region, with indexes, stream and TTL. Capacity is always on demand; encryption, backups
 * and deletion protection are accepted and mean nothing here.
 */
final class DynamoDbTable implements ResourceHandler {
  static final String TYPE = "aws:dynamodb/table:Table";

  private final RegionContext context;

  DynamoDbTable(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    SequencedSet<RegionName> regions = new LinkedHashSet<>(List.of(context.region()));
    inputs.objects("replicas").stream().map(DynamoDbTable::region).forEach(regions::add);
    Map<RegionName, TableDescription> made =
        context.tables().create(request(name, inputs, regions.size() > 1), ttl(inputs), regions);

    Map<String, Object> computed = new LinkedHashMap<>();
    computed.put("name", name);
    computed.put("arn", arn(context.region(), name));
    TableDescription own = made.getOrDefault(context.region(), TableDescription.builder().build());
    if (own.latestStreamLabel() != null) {
      computed.put("streamArn", streamArn(context.region(), own));
      computed.put("streamLabel", own.latestStreamLabel());
    }
    List<Fields> replicas = new ArrayList<>();
    for (Inputs replica : inputs.objects("replicas")) {
      RegionName region = region(replica);
      TableDescription table = made.getOrDefault(region, own);
      replicas.add(
          replica
              .fields()
              .with(
                  PropertyValue.fields(
                      Map.of(
                          "arn", arn(region, name),
                          "streamArn", streamArn(region, table),
                          "streamLabel", table.latestStreamLabel()))));
    }
    if (!replicas.isEmpty()) {
      computed.put("replicas", replicas);
    }
    return new Created(name, PropertyValue.fields(computed));
  }

  @Override
  public Fields preview(Resource resource) {
    var unknown = new Unknown();
    Fields computed =
        PropertyValue.fields(Map.of("arn", unknown, "streamArn", unknown, "streamLabel", unknown));
    List<Fields> replicas =
        resource.inputs().objects("replicas").stream()
            .map(replica -> replica.fields().with(computed))
            .toList();
    return PropertyValue.fields(replicas.isEmpty() ? Map.of() : Map.of("replicas", replicas));
  }

  private static CreateTableRequest request(String name, Inputs inputs, boolean global) {
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(inputs))
            .attributeDefinitions(
                inputs.objects("attributes").stream().map(DynamoDbTable::attribute).toList());
    List<GlobalSecondaryIndex> indexes =
        inputs.objects("globalSecondaryIndexes").stream().map(DynamoDbTable::index).toList();
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes);
    }
    if (!inputs.objects("localSecondaryIndexes").isEmpty()) {
      throw new IllegalArgumentException("'localSecondaryIndexes' are not supported locally");
    }
    String view = inputs.optionalString("streamViewType").orElse("");
    if (global && !(inputs.flag("streamEnabled") && view.equals("NEW_AND_OLD_IMAGES"))) {
      throw new IllegalArgumentException(
          "a table with 'replicas' needs 'streamEnabled' and 'streamViewType' NEW_AND_OLD_IMAGES");
    }
    if (inputs.flag("streamEnabled")) {
      request.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(true)
              .streamViewType(StreamViewType.fromValue(view))
              .build());
    }
    return request.build();
  }

  private static AttributeDefinition attribute(Inputs attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.string("name"))
        .attributeType(attribute.string("type"))
        .build();
  }

  private static GlobalSecondaryIndex index(Inputs index) {
    var projection = Projection.builder().projectionType(index.string("projectionType"));
    List<String> attributes = index.strings("nonKeyAttributes");
    if (!attributes.isEmpty()) {
      projection.nonKeyAttributes(attributes);
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.string("name"))
        .keySchema(keys(index))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> keys(Inputs inputs) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(key(inputs.string("hashKey"), KeyType.HASH));
    inputs.optionalString("rangeKey").ifPresent(name -> keys.add(key(name, KeyType.RANGE)));
    return keys;
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static Optional<TimeToLiveSpecification> ttl(Inputs inputs) {
    return inputs
        .object("ttl")
        .filter(ttl -> ttl.flag("enabled"))
        .map(
            ttl ->
                TimeToLiveSpecification.builder()
                    .attributeName(ttl.string("attributeName"))
                    .enabled(true)
                    .build());
  }

  private static RegionName region(Inputs replica) {
    return new RegionName(replica.string("regionName"));
  }

  private static String arn(RegionName region, String table) {
    return "arn:aws:dynamodb:%s:%s:table/%s".formatted(region, RegionContext.ACCOUNT, table);
  }

  private static String streamArn(RegionName region, TableDescription table) {
    return arn(region, table.tableName()) + "/stream/" + table.latestStreamLabel();
  }
}
