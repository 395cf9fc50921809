package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No mistake in one Region takes all copies of the data. */
@Timeout(90)
class BackupRulesTest {

  private static final String SELECTION = "aws:backup/selection:Selection";
  private static final String LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

  @Test
  void everyRegionHandsItsDailyBackupToTheNext() {
    assertThat(destination("prod-us-west-2")).contains(":eu-west-1:");
    assertThat(destination("prod-eu-west-1")).contains(":ap-southeast-1:");
    assertThat(destination("prod-ap-southeast-1")).contains(":us-west-2:");
  }

  @Test
  void aGlobalTableIsBackedUpOnceAndEveryDatabaseWhereItIs() {
    assertThat(selected("prod-us-west-2"))
        .anyMatch(arn -> arn.endsWith("table/global-booking-prod-bookings"))
        .anyMatch(arn -> arn.endsWith("table/global-booking-prod-control"))
        .anyMatch(arn -> arn.contains(":rds:"));
    assertThat(selected("prod-eu-west-1"))
        .noneMatch(arn -> arn.endsWith("table/global-booking-prod-bookings"))
        .anyMatch(arn -> arn.contains(":rds:"));
  }

  @Test
  void productionLocksItsVaultInAWayThatCanBeUndone() {
    Registered lock = StackRun.of("prod-us-west-2").run().sound().resource(LOCK, "backups-lock");

    assertThat(lock.inputs().has("changeableForDays")).isFalse();
    assertThat(lock.input("minRetentionDays").getAsInt()).isPositive();
  }

  /** Three days after it nobody can, AWS included; so somebody must have asked for it. */
  @Test
  void whoAsksForItGetsALockForEver() {
    Registered lock =
        StackRun.of("prod-us-west-2")
            .with("backupVaultLock", "compliance")
            .run()
            .sound()
            .resource(LOCK, "backups-lock");

    assertThat(lock.input("changeableForDays").getAsInt()).isEqualTo(3);
  }

  private static String destination(String stack) {
    StackGraph graph = StackRun.of(stack).run().sound();
    JsonObject rule =
        graph.resource("aws:backup/plan:Plan", "backups-plan").objects("rules").getFirst();
    return rule.getAsJsonArray("copyActions")
        .get(0)
        .getAsJsonObject()
        .get("destinationVaultArn")
        .getAsString();
  }

  private static List<String> selected(String stack) {
    return StackRun.of(stack)
        .run()
        .sound()
        .resource(SELECTION, "backups-selection")
        .texts("resources");
  }
}
