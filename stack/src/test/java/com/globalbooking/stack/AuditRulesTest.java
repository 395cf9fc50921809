package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class AuditRulesTest {

  private static final String CLUSTER = "aws:rds/cluster:Cluster";
  private static final String MASTER =
      "arn:aws:secretsmanager:us-west-2:111122223333:secret:rds!cluster-AbCdEf";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void theDatabaseHasAWriterAndAReader() {
    assertThat(graph.ofType("aws:rds/clusterInstance:ClusterInstance"))
        .hasSize(2)
        .allMatch(instance -> !instance.input("publiclyAccessible").getAsBoolean());
    assertThat(url(Function.AUDIT_WRITER)).contains("audit.cluster.example");
    assertThat(url(Function.RECONCILIATION_CHECKER)).contains("audit.cluster-ro.example");
  }

  @Test
  void theDatabaseOfProductionIsKeptWhateverHappens() {
    Registered cluster = graph.resource(CLUSTER, "audit-database");

    assertThat(cluster.protect()).isTrue();
    assertThat(cluster.input("deletionProtection").getAsBoolean()).isTrue();
    assertThat(cluster.input("storageEncrypted").getAsBoolean()).isTrue();
    assertThat(cluster.input("skipFinalSnapshot").getAsBoolean()).isFalse();
    assertThat(cluster.input("backupRetentionPeriod").getAsInt()).isGreaterThanOrEqualTo(14);
  }

  @Test
  void outsideProductionTheDatabaseCanBeDeleted() {
    Registered cluster =
        StackRun.of("test-us-west-2").run().sound().resource(CLUSTER, "audit-database");

    assertThat(cluster.protect()).isFalse();
    assertThat(cluster.input("deletionProtection").getAsBoolean()).isFalse();
    assertThat(cluster.input("skipFinalSnapshot").getAsBoolean()).isTrue();
  }

  @Test
  void theDatabaseRefusesConnectionsWithoutTls() {
    assertThat(
            graph
                .resource(
                    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
                    "audit-database-parameters")
                .objects("parameters"))
        .anyMatch(
            it -> it.toString().equals("{\"name\":\"require_secure_transport\",\"value\":\"ON\"}"));
  }

  @Test
  void noPasswordPassesThroughTheDeployment() {
    Registered cluster = graph.resource(CLUSTER, "audit-database");

    assertThat(cluster.input("manageMasterUserPassword").getAsBoolean()).isTrue();
    assertThat(cluster.inputs().has("masterPassword")).isFalse();
    assertThat(graph.resources())
        .noneMatch(it -> it.type().equals("aws:secretsmanager/secretVersion:SecretVersion"));
    for (Function function : Function.values()) {
      assertThat(
              graph
                  .deployed(function)
                  .input("environment.variables")
                  .toString()
                  .toLowerCase(Locale.ROOT))
          .doesNotContain("password");
    }
  }

  @Test
  void eachUserOfTheDatabaseReadsItsOwnSecretOnly() {
    assertThat(readers(MASTER)).containsExactly(Function.AUDIT_MIGRATOR);
    assertThat(readers(secret("audit-writer"))).containsExactly(Function.AUDIT_WRITER);
    assertThat(readers(secret("audit-reader"))).containsExactly(Function.RECONCILIATION_CHECKER);
    for (Function function : Function.values()) {
      for (String user : List.of("audit-writer", "audit-reader")) {
        assertThat(graph.allows(function, "secretsmanager:PutSecretValue", secret(user)))
            .isEqualTo(function == Function.AUDIT_MIGRATOR);
      }
    }
  }

  @Test
  void theMigrationRunsAgainWithEachPackageAndOnceEverythingItNeedsIsThere() {
    Registered run = graph.resource("aws:lambda/invocation:Invocation", "audit-migration-run");

    assertThat(run.text("functionName")).isEqualTo("global-booking-prod-audit-migrator");
    assertThat(run.text("triggers.package"))
        .isEqualTo(graph.deployed(Function.AUDIT_MIGRATOR).text("tags.Package"));
    assertThat(run.dependencies())
        .contains(
            graph.resource("aws:rds/clusterInstance:ClusterInstance", "audit-database-1").urn(),
            graph.resource("aws:ec2/vpcEndpoint:VpcEndpoint", "network-secretsmanager").urn());
  }

  /** Or the second time that a database is made and deleted, its last snapshot could not be. */
  @Test
  void everyDatabaseHasALastSnapshotOfItsOwn() {
    Registered cluster = graph.resource(CLUSTER, "audit-database");

    assertThat(cluster.text("finalSnapshotIdentifier"))
        .isEqualTo("global-booking-prod-audit-final-20261224-1200");
    assertThat(cluster.ignored()).containsExactly("finalSnapshotIdentifier");
  }

  @Test
  void whatTheDatabaseDoesIsLoggedAndMeasured() {
    Registered cluster = graph.resource(CLUSTER, "audit-database");

    assertThat(cluster.texts("enabledCloudwatchLogsExports"))
        .containsExactly("audit", "error", "slowquery");
    assertThat(graph.ofType("aws:rds/clusterInstance:ClusterInstance"))
        .hasSize(2)
        .allMatch(instance -> instance.input("performanceInsightsEnabled").getAsBoolean())
        .allMatch(instance -> instance.input("monitoringInterval").getAsInt() == 60);
  }

  @Test
  void nothingIsRecordedBeforeThereAreTables() {
    assertThat(
            graph
                .resource(
                    "aws:lambda/eventSourceMapping:EventSourceMapping",
                    "event-sources-audit-writer-audit")
                .dependencies())
        .contains(graph.resource("aws:lambda/invocation:Invocation", "audit-migration-run").urn());
  }

  private static String url(Function function) {
    return graph.deployed(function).text("environment.variables.BOOKING_AUDIT_DATABASE");
  }

  private static List<Function> readers(String secretArn) {
    return Arrays.stream(Function.values())
        .filter(it -> graph.allows(it, "secretsmanager:GetSecretValue", secretArn))
        .toList();
  }

  private static String secret(String name) {
    return "arn:aws:secretsmanager:us-west-2:111122223333:secret:global-booking-prod-%s-AbCdEf"
        .formatted(name);
  }
}
