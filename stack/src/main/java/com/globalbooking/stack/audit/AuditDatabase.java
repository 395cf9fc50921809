package com.globalbooking.stack.audit;

import com.globalbooking.stack.access.EmptySecret;
import com.globalbooking.stack.functions.FunctionAudit;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.network.Placement;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The audit database: Aurora MySQL with a writer and a reader, TLS only. No password passes through
 * the deployment: RDS makes the master's and rotates it, {@code audit-migrator} makes the others
 * and puts them into the secrets, which are created empty.
 */
public final class AuditDatabase extends ComponentResource {

  /**
   * @param keyArn key that the secrets are encrypted under
   * @param dataKeyArn key that the database is encrypted under, when it is our own; another one
   *     later replaces the database
   * @param created when the stack is deployed: part of the name of the last snapshot, which would
   *     else be taken when the database has been made and deleted a second time
   * @param logRetentionDays how long the database's logs are kept, in days
   */
  public record Args(
      Names names,
      Placement placement,
      AuditSettings settings,
      Output<String> keyArn,
      Optional<Output<String>> dataKeyArn,
      Instant created,
      int logRetentionDays) {}

  private static final String TYPE = "global-booking:audit:AuditDatabase";

  private static final String PURPOSE = "audit";
  private static final String ENGINE = "aurora-mysql";
  private static final String DATABASE = "audit";
  private static final int PORT = 3306;

  /**
   * Logs that RDS hands to CloudWatch. Not the general log: it writes down every statement with its
   * values, so it would double the trail, unencrypted by our key and without its rules.
   */
  private static final List<String> LOGS = List.of("audit", "error", "slowquery");

  private static final int MONITORING_SECONDS = 60;

  /** Free of charge. */
  private static final int INSIGHTS_DAYS = 7;

  private static final DateTimeFormatter IN_SNAPSHOT_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The longest that RDS keeps; any second of it can be restored, so there is no backtrack. */
  private static final int BACKUP_DAYS = 35;

  /** What functions need to use the database. */
  public final FunctionAudit access;

  /** Names of the instances, writer first. */
  public final List<Output<String>> instanceIds;

  /** Name of the cluster. */
  public final Output<String> clusterId;

  /** ARN of the cluster. */
  public final Output<String> clusterArn;

  /** Host name that leads to an instance that only answers. */
  public final Output<String> readerEndpoint;

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
    Optional<Output<String>> monitoringRole =
        args.settings().monitoring() ? Optional.of(monitoringRole()) : Optional.empty();
    instanceIds =
        IntStream.rangeClosed(1, args.settings().instances())
            .mapToObj(number -> instance(number, cluster, monitoringRole))
            .toList();
    clusterId = cluster.clusterIdentifier();
    clusterArn = cluster.arn();
    readerEndpoint = cluster.readerEndpoint();
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
    // Before the cluster: RDS would create them on the first line, to be kept for ever.
    List<Resource> logGroups = LOGS.stream().<Resource>map(this::logGroup).toList();
    ClusterArgs.Builder clusterArgs =
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
            .preferredBackupWindow(args.settings().windows().backup())
            .preferredMaintenanceWindow(args.settings().windows().maintenance())
            .copyTagsToSnapshot(true)
            .deletionProtection(production)
            .skipFinalSnapshot(!production)
            .finalSnapshotIdentifier(
                names.of(PURPOSE) + "-final-" + IN_SNAPSHOT_NAME.format(args.created()))
            .enabledCloudwatchLogsExports(LOGS)
            .tags(names.tags(names.of(PURPOSE)));
    args.dataKeyArn().ifPresent(clusterArgs::kmsKeyId);
    args.settings()
        .capacity()
        .ifPresent(
            capacity ->
                clusterArgs.serverlessv2ScalingConfiguration(
                    ClusterServerlessv2ScalingConfigurationArgs.builder()
                        .minCapacity(capacity.min())
                        .maxCapacity(capacity.max())
                        .build()));
    return new Cluster(
        name,
        clusterArgs.build(),
        CustomResourceOptions.builder()
            .parent(this)
            .protect(production)
            .ignoreChanges("finalSnapshotIdentifier")
            .dependsOn(logGroups)
            .build());
  }

  private LogGroup logGroup(String log) {
    String group = args.names().databaseLogGroup(PURPOSE, log);
    return new LogGroup(
        name + "-" + log + "-log",
        LogGroupArgs.builder()
            .name(group)
            .retentionInDays(args.logRetentionDays())
            .tags(args.names().tags(group))
            .build(),
        child);
  }

  /** By which RDS writes what the operating system of an instance does. */
  private Output<String> monitoringRole() {
    String physicalName = args.names().role(PURPOSE + "-monitoring");
    var role =
        new Role(
            name + "-monitoring",
            RoleArgs.builder()
                .name(physicalName)
                .assumeRolePolicy(
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                    "Principal":{"Service":"monitoring.rds.amazonaws.com"},\
                    "Action":"sts:AssumeRole"}]}\
                    """)
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    var attachment =
        new RolePolicyAttachment(
            name + "-monitoring-policy",
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn("arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole")
                .build(),
            child);
    return Output.tuple(role.arn(), attachment.id()).applyValue(both -> both.t1);
  }

  private Output<String> instance(
      int number, Cluster cluster, Optional<Output<String>> monitoringRole) {
    String physicalName = args.names().of(PURPOSE) + "-" + number;
    ClusterInstanceArgs.Builder instanceArgs =
        ClusterInstanceArgs.builder()
            .identifier(physicalName)
            .clusterIdentifier(cluster.clusterIdentifier())
            .instanceClass(args.settings().instanceClass().value())
            .engine(ENGINE)
            .publiclyAccessible(false)
            // A lower tier takes over first; all are made for it.
            .promotionTier(0)
            .preferredMaintenanceWindow(args.settings().windows().maintenance())
            .copyTagsToSnapshot(true)
            .tags(args.names().tags(physicalName));
    monitoringRole.ifPresent(
        role -> {
          instanceArgs
              .monitoringInterval(MONITORING_SECONDS)
              .monitoringRoleArn(role)
              .performanceInsightsEnabled(true)
              .performanceInsightsRetentionPeriod(INSIGHTS_DAYS);
          args.dataKeyArn().ifPresent(instanceArgs::performanceInsightsKmsKeyId);
        });
    return new ClusterInstance(name + "-" + number, instanceArgs.build(), child).identifier();
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
            .description("TLS only; logs who connects and what takes more than a second")
            .parameters(
                parameter("require_secure_transport", "ON"),
                parameter("server_audit_logging", "1"),
                parameter("server_audit_events", "CONNECT"),
                parameter("slow_query_log", "1"),
                parameter("long_query_time", "1"))
            .tags(args.names().tags(args.names().of(PURPOSE)))
            .build(),
        child);
  }

  private static ClusterParameterGroupParameterArgs parameter(String parameter, String value) {
    return ClusterParameterGroupParameterArgs.builder().name(parameter).value(value).build();
  }

  private Secret secret(String user, String description) {
    return EmptySecret.of(
        name + "-" + user, args.names(), PURPOSE + "-" + user, description, args.keyArn(), child);
  }
}
