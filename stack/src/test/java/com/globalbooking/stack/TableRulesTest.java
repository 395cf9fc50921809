package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackRun;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class TableRulesTest {

  private static final String TABLE = "aws:dynamodb/table:Table";

  private static List<Registered> productionTables = List.of();
  private static List<Registered> replicas = List.of();

  @BeforeAll
  static void deployPrimaryOfProduction() {
    replicas =
        StackRun.of("prod-eu-west-1")
            .run()
            .sound()
            .ofType("aws:dynamodb/tableReplica:TableReplica");
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
  void everyTableAndReplicaOfProductionIsEncryptedUnderOurKeyOfItsRegion() {
    assertThat(productionTables)
        .allMatch(table -> table.input("serverSideEncryption.enabled").getAsBoolean())
        .allMatch(
            table ->
                table
                    .text("serverSideEncryption.kmsKeyArn")
                    .equals("arn:aws:kms:us-west-2:111122223333:key/key"));
    assertThat(replicas)
        .allMatch(
            replica ->
                replica.text("kmsKeyArn").equals("arn:aws:kms:eu-west-1:111122223333:key/key"));
  }

  @Test
  void outsideProductionTheKeyThatAwsKeepsInTheAccountIsEnough() {
    assertThat(StackRun.of("test-us-west-2").run().sound().ofType(TABLE))
        .allMatch(table -> table.input("serverSideEncryption.enabled").getAsBoolean())
        .allMatch(table -> table.input("serverSideEncryption.kmsKeyArn").isJsonNull());
  }

  @Test
  void everyTableAndReplicaCanBeRestoredToAPointInTime() {
    assertThat(productionTables)
        .allMatch(table -> table.input("pointInTimeRecovery.enabled").getAsBoolean());
    assertThat(replicas).allMatch(replica -> replica.input("pointInTimeRecovery").getAsBoolean());
  }

  /** The provider learns of them when it next looks, and would then delete what is not declared. */
  @Test
  void thePrimaryStackNeverTouchesTheReplicasOfOthers() {
    assertThat(productionTables)
        .noneMatch(table -> table.inputs().has("replicas"))
        .filteredOn(table -> !table.name().equals("control-table"))
        .hasSize(4)
        .allMatch(table -> table.ignored().contains("replicas"));
  }

  @Test
  void noReplicaOfProductionCanBeDeletedOrReplacedByMistake() {
    assertThat(replicas)
        .hasSize(3)
        .allMatch(Registered::protect)
        .allMatch(replica -> replica.input("deletionProtectionEnabled").getAsBoolean())
        .allMatch(
            replica -> replica.ignored().equals(List.of("globalTableArn", "tableClassOverride")));
  }

  @Test
  void aReplicaIsOneOfThePrimarysTable() {
    assertThat(replicas)
        .extracting(replica -> replica.text("globalTableArn"))
        .containsExactly(
            "arn:aws:dynamodb:us-west-2:111122223333:table/global-booking-prod-bookings",
            "arn:aws:dynamodb:us-west-2:111122223333:table/global-booking-prod-inventory",
            "arn:aws:dynamodb:us-west-2:111122223333:table/global-booking-prod-regions");
  }

  @Test
  void aReplicasStreamIsThatOfItsOwnRegion() {
    assertThat(
            StackRun.of("prod-eu-west-1")
                .run()
                .sound()
                .output(StackOutput.BOOKINGS_STREAM_ARN)
                .orElseThrow())
        .isEqualTo(
            "arn:aws:dynamodb:eu-west-1:111122223333:table/global-booking-prod-bookings/stream/1");
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
  void aReplicaStackCreatesItsOutboxAndControlRecordsOnly() {
    assertThat(StackRun.of("prod-eu-west-1").run().sound().ofType(TABLE))
        .extracting(Registered::name)
        .containsExactly("control-table", "outbox-table");
  }

  /** A preview of a Region must be possible before, and a deployment while, the primary is gone. */
  @Test
  void aReplicaStackOfProductionAsksNothingOfThePrimarysStack() {
    assertThat(StackRun.of("prod-eu-west-1").run().sound().ofType("pulumi:pulumi:StackReference"))
        .isEmpty();
  }
}
