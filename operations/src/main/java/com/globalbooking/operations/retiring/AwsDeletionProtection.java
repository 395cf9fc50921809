package com.globalbooking.operations.retiring;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.environments.Outputs;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** Protection of tables (each replica has its own) and of the audit database's cluster. */
public record AwsDeletionProtection(DynamoDbClient dynamoDb, RdsClient rds)
    implements DeletionProtection {
  private static final List<String> TABLES =
      List.of(
          StackOutput.INVENTORY_TABLE_NAME,
          StackOutput.BOOKINGS_TABLE_NAME,
          StackOutput.REGIONS_TABLE_NAME,
          StackOutput.OUTBOX_TABLE_NAME,
          StackOutput.CONTROL_TABLE_NAME);

  @Override
  public void lift(Outputs region) {
    for (String output : TABLES) {
      String table = region.text(output);
      boolean on =
          Boolean.TRUE.equals(
              dynamoDb
                  .describeTable(it -> it.tableName(table))
                  .table()
                  .deletionProtectionEnabled());
      if (on) {
        dynamoDb.updateTable(it -> it.tableName(table).deletionProtectionEnabled(false));
      }
    }
    // The name of the cluster is the first part of the name of its host.
    String host = region.text(StackOutput.AUDIT_READER_ENDPOINT);
    String cluster = host.substring(0, Math.max(0, host.indexOf('.')));
    if (!cluster.isEmpty()) {
      rds.modifyDBCluster(
          it -> it.dbClusterIdentifier(cluster).deletionProtection(false).applyImmediately(true));
    }
  }
}
