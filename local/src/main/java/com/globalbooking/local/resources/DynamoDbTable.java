package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.DocumentedMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * {@code aws:dynamodb/table:Table}: a table on the Region's DynamoDB Local, with indexes, stream
 * and TTL. Capacity is always on demand; encryption, backups and deletion protection are accepted
 * and mean nothing here.
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
    TableDescription table =
        context.tables().create(request(name, inputs), ttl(inputs), context.region());
    document(context, table);
    return new Created(name, computed(context, name, table));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "hashKey", "rangeKey");
  }

  @Override
  public void delete(Existing existing) {
    if (existing.inputs().flag("deletionProtectionEnabled")) {
      throw new IllegalArgumentException(
          "the table " + existing.id() + " is protected: take deletionProtectionEnabled off first");
    }
    context.tables().delete(existing.id(), context.region());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.tables().describe(existing.id(), context.region()).isPresent();
  }

  /** Has the names of the table known to those who check alarms on its metrics. */
  static void document(RegionContext context, TableDescription table) {
    DocumentedMetrics metrics = context.operations().documented();
    metrics.exists(DocumentedMetrics.TABLE_NAME, table.tableName());
    table
        .globalSecondaryIndexes()
        .forEach(index -> metrics.exists(DocumentedMetrics.INDEX_NAME, index.indexName()));
  }

  /** What is told of a table, its ARNs as they are on AWS. */
  static Fields computed(RegionContext context, String name, TableDescription table) {
    String arn = context.arn("dynamodb", "table/" + name);
    Map<String, Object> computed = new LinkedHashMap<>();
    computed.put("name", name);
    computed.put("arn", arn);
    if (table.latestStreamLabel() != null) {
      computed.put("streamArn", arn + "/stream/" + table.latestStreamLabel());
      computed.put("streamLabel", table.latestStreamLabel());
    }
    return PropertyValue.fields(computed);
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> changedByUpdate(Inputs before, Inputs now) {
    return before.flag("streamEnabled") == now.flag("streamEnabled")
        ? Set.of()
        : Set.of("streamArn", "streamLabel");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    String name = existing.id();
    TableDescription table =
        context
            .tables()
            .update(request(name, wanted.inputs()), ttl(wanted.inputs()), context.region());
    return computed(context, name, table);
  }

  private static CreateTableRequest request(String name, Inputs inputs) {
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
    for (String other : List.of("localSecondaryIndexes", "replicas")) {
      if (!inputs.objects(other).isEmpty()) {
        throw new IllegalArgumentException(
            "'" + other + "' are not supported locally; replicas are TableReplica resources");
      }
    }
    if (inputs.flag("streamEnabled")) {
      request.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(true)
              .streamViewType(StreamViewType.fromValue(inputs.string("streamViewType")))
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
}
