package com.globalbooking.pms.control;

import static com.globalbooking.pms.control.ControlItems.text;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Properties in the control table, as operators connected them. */
public final class DynamoDbPmsDirectory implements PmsDirectory {
  private final DynamoDbClient client;
  private final String table;

  /**
   * @param table name of the control table
   */
  public DynamoDbPmsDirectory(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Optional<PmsName> of(PropertyId property) {
    Map<String, AttributeValue> item =
        ControlItems.toBusy(
                () ->
                    client.getItem(
                        request ->
                            request
                                .tableName(table)
                                .key(ControlItems.key(ControlTable.PROPERTY, property.value()))))
            .item();
    return item.containsKey(ControlTable.PMS)
        ? Optional.of(new PmsName(text(item, ControlTable.PMS)))
        : Optional.empty();
  }
}
