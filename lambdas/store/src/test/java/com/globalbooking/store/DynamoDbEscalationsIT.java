package com.globalbooking.store;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.contract.EscalationsContract;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store keeps the contract on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbEscalationsIT extends EscalationsContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbEscalationsIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected Escalations escalations() {
    return new DynamoDbEscalations(client, tables.names(), tables.control());
  }

  @Override
  protected void put(Allotment allotment) {
    tables.put(allotment);
  }

  @Override
  protected int events() {
    return tables.events().size();
  }
}
