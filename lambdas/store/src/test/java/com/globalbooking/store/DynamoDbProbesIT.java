package com.globalbooking.store;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.contract.ProbesContract;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.Probes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables keep the contract. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbProbesIT extends ProbesContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbProbesIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected Probes probes() {
    return new DynamoDbProbes(
        client,
        new DynamoDbProbes.Tables(
            tables.names().inventory(),
            tables.names().bookings(),
            tables.regions(),
            tables.control()),
        Sample.HERE);
  }

  @Override
  protected void remove(Probe probe) {
    String table =
        switch (probe) {
          case INVENTORY -> tables.names().inventory();
          case BOOKINGS -> tables.names().bookings();
          case REGIONS -> tables.regions();
          case CONTROL -> tables.control();
        };
    client.deleteTable(request -> request.tableName(table));
  }

  @Override
  protected Optional<Instant> written() {
    Map<String, AttributeValue> item =
        client
            .getItem(
                request ->
                    request
                        .tableName(tables.control())
                        .key(Map.of(ControlTable.NAME, Values.text("health#probe")))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(Values.text(item, "at")));
  }
}
