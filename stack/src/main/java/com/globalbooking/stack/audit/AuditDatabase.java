package com.globalbooking.stack.audit;

import com.globalbooking.stack.access.EmptySecret;
import com.globalbooking.stack.functions.FunctionAudit;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.network.Placement;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * The audit database: Aurora MySQL with a writer and a reader, TLS only. No password passes through
 * the deployment: RDS makes the master's and rotates it, {@code audit-migrator} makes the others
 * and puts them into the secrets, which are created empty.
 */
public final class AuditDatabase extends ComponentResource {

  /**
   * @param keyArn key that the secrets are encrypted under
   * @param logRetentionDays how long the database's error log is kept, in days
   */
  public record Args(
      Names names,
      Placement placement,
      InstanceClass instanceClass,
      Output<String> keyArn,
      int logRetentionDays) {}

  private static final String TYPE = "global-booking:audit:AuditDatabase";

  private static final String PURPOSE = "audit";
  private static final String ENGINE = "aurora-mysql";
  private static final String DATABASE = "audit";
  private static final int PORT = 3306;

  /** The longest that RDS keeps; any second of it can be restored, so there is no backtrack. */
  private static final int BACKUP_DAYS = 35;

  /** What functions need to use the database. */
  public final FunctionAudit access;

  /** Names of the instances, writer first. */
  public final List<Output<String>> instanceIds;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers the database. */
  public AuditDatabase(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    Cluster cluster = cluster();
    instanceIds = List.of(instance(1, cluster), instance(2, cluster));
    access =
        new FunctionAudit(
            url(cluster.endpoint(), cluster.port()),
            url(cluster.readerEndpoint(), cluster.port()),
            cluster
                .masterUserSecrets()
                .applyValue(secrets -> secrets.getFirst().secretArn().orElseThrow()),
            secret("writer", "Appends to the audit trail").arn(),
            secret("reader", "Reads the audit trail").arn());
    registerOutputs(Map.of("url", access.writerUrl()));
  }

  private static Output<String> url(Output<String> host, Output<Integer> port) {
    return Output.format(
        "jdbc:mariadb://%s:%s/%s?sslMode=trust", host, port.applyValue(String::valueOf), DATABASE);
  }

  private Cluster cluster() {
    Names names = args.names();
    boolean production = names.environment().isProduction();
    // Before the cluster: RDS would create it on the first line, to be kept for ever.
    var logGroup =
        new LogGroup(
            name + "-logs",
            LogGroupArgs.builder()
                .name(names.databaseLogGroup(PURPOSE, "error"))
                .retentionInDays(args.logRetentionDays())
                .tags(names.tags(names.databaseLogGroup(PURPOSE, "error")))
                .build(),
            child);
    return new Cluster(
        name,
        ClusterArgs.builder()
            .clusterIdentifier(names.of(PURPOSE))
            .engine(ENGINE)
            .engineVersion("8.0")
            .databaseName(DATABASE)
            .masterUsername("audit_admin")
            .manageMasterUserPassword(true)
            .port(PORT)
            .dbSubnetGroupName(subnetGroup().name())
            .dbClusterParameterGroupName(parameterGroup().name())
            .vpcSecurityGroupIds(args.placement().securityGroupId().applyValue(List::of))
            .storageEncrypted(true)
            .backupRetentionPeriod(BACKUP_DAYS)
            .copyTagsToSnapshot(true)
            .deletionProtection(production)
            .skipFinalSnapshot(!production)
            .finalSnapshotIdentifier(names.of(PURPOSE) + "-final")
            .enabledCloudwatchLogsExports("error")
            .tags(names.tags(names.of(PURPOSE)))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .protect(production)
            .dependsOn(logGroup)
            .build());
  }

  private Output<String> instance(int number, Cluster cluster) {
    String physicalName = args.names().of(PURPOSE) + "-" + number;
    return new ClusterInstance(
            name + "-" + number,
            ClusterInstanceArgs.builder()
                .identifier(physicalName)
                .clusterIdentifier(cluster.clusterIdentifier())
                .instanceClass(args.instanceClass().value())
                .engine(ENGINE)
                .publiclyAccessible(false)
                // A lower tier takes over first; both are made for it.
                .promotionTier(0)
                .copyTagsToSnapshot(true)
                .tags(args.names().tags(physicalName))
                .build(),
            child)
        .identifier();
  }

  private SubnetGroup subnetGroup() {
    return new SubnetGroup(
        name + "-subnets",
        SubnetGroupArgs.builder()
            .name(args.names().of(PURPOSE))
            .description("Isolated subnets of " + args.names().prefix())
            .subnetIds(args.placement().subnetIds())
            .tags(args.names().tags(args.names().of(PURPOSE)))
            .build(),
        child);
  }

  private ClusterParameterGroup parameterGroup() {
    return new ClusterParameterGroup(
        name + "-parameters",
        ClusterParameterGroupArgs.builder()
            .name(args.names().of(PURPOSE))
            .family("aurora-mysql8.0")
            .description("TLS only")
            .parameters(
                ClusterParameterGroupParameterArgs.builder()
                    .name("require_secure_transport")
                    .value("ON")
                    .build())
            .tags(args.names().tags(args.names().of(PURPOSE)))
            .build(),
        child);
  }

  private Secret secret(String user, String description) {
    return EmptySecret.of(
        name + "-" + user, args.names(), PURPOSE + "-" + user, description, args.keyArn(), child);
  }
}
