package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class TableRulesTest {

  private static final String TABLE = "aws:dynamodb/table:Table";

  private static List<Registered> productionTables = List.of();

  @BeforeAll
  static void deployPrimaryOfProduction() {
    productionTables = StackRun.of("prod-us-west-2").run().sound().ofType(TABLE);
    assertThat(productionTables)
        .extracting(table -> table.text("name"))
        .containsExactly(
            "global-booking-prod-control",
            "global-booking-prod-outbox",
            "global-booking-prod-bookings",
            "global-booking-prod-inventory",
            "global-booking-prod-regions");
  }

  @Test
  void everyTableIsEncryptedUnderAKmsKey() {
    assertThat(productionTables)
        .allMatch(table -> table.input("serverSideEncryption.enabled").getAsBoolean());
  }

  @Test
  void everyTableAndReplicaCanBeRestoredToAPointInTime() {
    assertThat(productionTables)
        .allMatch(table -> table.input("pointInTimeRecovery.enabled").getAsBoolean());
    for (Registered table : productionTables) {
      for (JsonObject replica : replicas(table)) {
        assertThat(replica.get("pointInTimeRecovery").getAsBoolean()).isTrue();
      }
    }
  }

  @Test
  void everyTableWhoseChangesAreReadStreamsOldAndNewImages() {
    assertThat(productionTables.stream().filter(table -> !table.name().equals("control-table")))
        .hasSize(4)
        .allMatch(table -> table.text("streamViewType").equals("NEW_AND_OLD_IMAGES"))
        .allMatch(table -> table.input("streamEnabled").getAsBoolean());
  }

  @Test
  void everyTableIsPaidByRequest() {
    assertThat(productionTables)
        .allMatch(table -> table.text("billingMode").equals("PAY_PER_REQUEST"));
  }

  @Test
  void noTableOfProductionCanBeDeletedByMistake() {
    assertThat(productionTables)
        .allMatch(table -> table.input("deletionProtectionEnabled").getAsBoolean())
        .allMatch(Registered::protect);
  }

  @Test
  void outsideProductionTablesCanBeDeleted() {
    assertThat(StackRun.of("test-us-west-2").run().sound().ofType(TABLE))
        .hasSize(5)
        .noneMatch(table -> table.input("deletionProtectionEnabled").getAsBoolean())
        .noneMatch(Registered::protect);
  }

  @Test
  void theOutboxKeepsTheOrderOfAPropertyBecauseItIsThePartitionKey() {
    Registered outbox =
        productionTables.stream()
            .filter(table -> table.name().equals("outbox-table"))
            .findFirst()
            .orElseThrow();

    assertThat(outbox.text("hashKey")).isEqualTo(OutboxTable.PROPERTY_ID);
    assertThat(outbox.text("rangeKey")).isEqualTo(OutboxTable.OUTBOX_ID);
  }

  @Test
  void controlRecordsEndByThemselves() {
    Registered control = productionTables.getFirst();

    assertThat(control.text("hashKey")).isEqualTo(ControlTable.NAME);
    assertThat(control.text("ttl.attributeName")).isEqualTo(ControlTable.EXPIRY_TIME);
    assertThat(control.input("ttl.enabled").getAsBoolean()).isTrue();
  }

  @Test
  void onlyThePrimaryStackCreatesGlobalTablesWithAReplicaInEveryOtherRegion() {
    assertThat(productionTables.stream().filter(table -> !replicas(table).isEmpty()))
        .extracting(Registered::name)
        .containsExactly("tables-bookings", "tables-inventory", "tables-regions");
    assertThat(productionTables.stream().flatMap(table -> replicas(table).stream()))
        .extracting(replica -> replica.get("regionName").getAsString())
        .containsOnly("eu-west-1");
  }

  @Test
  void aReplicaStackCreatesItsOutboxAndControlRecordsOnly() {
    StackGraph replica = StackRun.of("prod-eu-west-1").run().sound();

    assertThat(replica.ofType(TABLE))
        .extracting(Registered::name)
        .containsExactly("control-table", "outbox-table");
    assertThat(replica.ofType("pulumi:pulumi:StackReference"))
        .extracting(reference -> reference.text("name"))
        .containsExactly("acme/global-booking/prod-us-west-2");
  }

  @Test
  void aReplicaStackSaysSoWhenThePrimaryHasNotBeenDeployed() {
    assertThat(StackRun.of("prod-eu-west-1").afterPrimaryWith("us-west-2").run().problems())
        .contains(
            "acme/global-booking/prod-us-west-2", "eu-west-1", "deploy the primary stack first");
  }

  private static List<JsonObject> replicas(Registered table) {
    return table.inputs().has("replicas") ? table.objects("replicas") : List.of();
  }
}
