package com.globalbooking.store;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.contract.InventoryStoreContract;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.UnreadableEventException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store keeps the contract on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbInventoryStoreIT extends InventoryStoreContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbInventoryStoreIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected InventoryStore store() {
    String inventory = tables.names().inventory();
    return new DynamoDbInventoryStore(
        client,
        inventory,
        tables.names().outbox(),
        new DynamoDbAllotmentReader(client, inventory),
        Sample.HERE,
        Clock.fixed(Sample.NOW, ZoneOffset.UTC));
  }

  @Override
  protected List<Overbooking> overbookings() {
    return tables.events().stream().map(DynamoDbInventoryStoreIT::overbooking).toList();
  }

  private static Overbooking overbooking(DomainEvent event) {
    try {
      return (Overbooking) DecidedEvents.conflict(event);
    } catch (UnreadableEventException e) {
      throw new AssertionError(event.toString(), e);
    }
  }

  @Override
  protected void put(Allotment allotment) {
    tables.put(allotment);
  }
}
