package com.globalbooking.store;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.contract.AvailabilityStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store keeps the contract on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbAvailabilityStoreIT extends AvailabilityStoreContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbAvailabilityStoreIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected AvailabilityStore store() {
    return new DynamoDbAvailabilityStore(client, tables.names().inventory());
  }

  @Override
  protected void put(Allotment allotment) {
    tables.put(allotment);
  }
}
