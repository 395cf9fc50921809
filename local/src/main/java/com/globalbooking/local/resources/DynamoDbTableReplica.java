package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code aws:dynamodb/tableReplica:TableReplica}: the copy of another Region's table on this
 * Region's DynamoDB Local.
 */
final class DynamoDbTableReplica implements ResourceHandler {
  static final String TYPE = "aws:dynamodb/tableReplica:TableReplica";

  private static final Pattern TABLE =
      Pattern.compile("arn:aws:dynamodb:([a-z0-9-]+):[0-9]*:table/([A-Za-z0-9_.-]+)");

  private final RegionContext context;

  DynamoDbTableReplica(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Main main = main(resource.inputs().string("globalTableArn"));
    if (main.region().equals(context.region())) {
      throw new IllegalArgumentException("replica cannot be in same region as main table");
    }
    DynamoDbTable.document(
        context, context.tables().replicate(main.table(), main.region(), context.region()));
    return new Created(
        main.table() + ":" + main.region(),
        PropertyValue.fields(Map.of("arn", context.arn("dynamodb", "table/" + main.table()))));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("globalTableArn", "kmsKeyArn", "tableClassOverride");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.tables().delete(tableOf(existing), context.region());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.tables().describe(tableOf(existing), context.region()).isPresent();
  }

  private static String tableOf(Existing existing) {
    return existing.id().substring(0, existing.id().indexOf(':'));
  }

  private static Main main(String arn) {
    Matcher table = TABLE.matcher(arn);
    if (!table.matches()) {
      throw new IllegalArgumentException("'globalTableArn' names no table: " + arn);
    }
    return new Main(new RegionName(table.group(1)), table.group(2));
  }

  private record Main(RegionName region, String table) {}
}
