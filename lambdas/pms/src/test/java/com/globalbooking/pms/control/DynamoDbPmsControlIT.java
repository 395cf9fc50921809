package com.globalbooking.pms.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.PmsControlContract;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.SyncStatus;
import com.globalbooking.store.DynamoDbLocal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The control table keeps the contract. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbPmsControlIT extends PmsControlContract {
  private final String table = "control-" + UUID.randomUUID();
  private final DynamoDbClient client;

  DynamoDbPmsControlIT(DynamoDbClient client) {
    this.client = client;
    client.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName(ControlTable.NAME)
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName(ControlTable.NAME)
                        .attributeType(ScalarAttributeType.S)
                        .build()));
  }

  @Override
  protected CircuitBreakers breakers() {
    return new DynamoDbCircuitBreakers(client, table);
  }

  @Override
  protected SyncStatus status() {
    return new DynamoDbSyncStatus(client, table, Clock.fixed(Sample.NOW, ZoneOffset.UTC));
  }

  @Override
  protected PmsDirectory directory() {
    return new DynamoDbPmsDirectory(client, table);
  }

  @Override
  protected void connect(PropertyId property, PmsName pms) {
    client.putItem(
        request ->
            request
                .tableName(table)
                .item(
                    Map.of(
                        ControlTable.NAME, ControlItems.text("property#" + property.value()),
                        ControlTable.PMS, ControlItems.text(pms.value()))));
  }

  @Test
  void aStateStandsUnderTheEventsIdAndEndsByItself() {
    OfBooking event = Sample.confirmed("bk-1", "lisbon-01");
    status().taken(event, 1);

    var item =
        client
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(
                            Map.of(
                                ControlTable.NAME, ControlItems.text("pms-sync#bk-1~us-west-2~1"))))
            .item();
    assertThat(ControlItems.number(item, ControlTable.EXPIRY_TIME))
        .isEqualTo(Sample.NOW.plusSeconds(7 * 86_400).getEpochSecond());
  }
}
