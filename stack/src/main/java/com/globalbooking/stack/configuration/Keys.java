package com.globalbooking.stack.configuration;

import static com.globalbooking.stack.configuration.Key.optional;
import static com.globalbooking.stack.configuration.Key.required;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.audit.AuditSettings.Capacity;
import com.globalbooking.stack.audit.InstanceClass;
import com.globalbooking.stack.availability.NodeType;
import com.globalbooking.stack.backup.VaultLock;
import com.globalbooking.stack.backup.Windows;
import com.globalbooking.stack.functions.Architecture;
import com.globalbooking.stack.functions.FunctionSize;
import com.globalbooking.stack.functions.Packaging;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.network.AddressRange;
import com.globalbooking.stack.network.NetworkSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every key of the configuration. What each means stands in {@code docs/configuration.md}. */
final class Keys {

  // What there is of it, and whose it is.
  static final Key<Region> PRIMARY_REGION = required("primaryRegion", Region::new);
  static final Key<List<Region>> REGIONS = required("regions", Structures.list(Region::new));
  static final Key<Optional<Region>> HOME_REGION = optional("homeRegion", Region::new);
  static final Key<String> OWNER = required("owner", Parsers::text);
  static final Key<String> COST_CENTER = required("costCenter", Parsers::text);
  static final Key<Map<String, String>> TAGS = optional("tags", Structures::texts, Map.of());
  static final Key<Optional<String>> COMMIT = optional("commit", Parsers::commit);

  // How guests come in.
  static final Key<Optional<String>> DOMAIN_NAME = optional("domainName", Parsers::domain);
  static final Key<Optional<String>> HOSTED_ZONE_ID =
      optional("hostedZoneId", Parsers::hostedZoneId);
  static final Key<Optional<URI>> JWT_ISSUER = optional("jwtIssuer", Parsers::issuer);
  static final Key<List<String>> JWT_AUDIENCE =
      optional("jwtAudience", Structures.list(Parsers::text), List.of());
  static final Key<List<String>> CORS_ALLOW_ORIGINS =
      optional("corsAllowOrigins", Structures.list(Parsers::origin), List.of());
  static final Key<Double> THROTTLING_RATE_LIMIT =
      optional("throttlingRateLimit", Parsers::positiveNumber, 1200.0).perRegion();
  static final Key<Integer> THROTTLING_BURST_LIMIT =
      optional("throttlingBurstLimit", Parsers.integer(1, 1_000_000), 2000).perRegion();

  // Functions.
  static final Key<Packaging> PACKAGING =
      optional("packaging", Parsers.oneOf(Packaging.class, Packaging::value), Packaging.NATIVE);
  static final Key<Map<Function, Packaging>> PACKAGING_OVERRIDES =
      optional(
          "packagingOverrides",
          Structures.perFunction(Parsers.oneOf(Packaging.class, Packaging::value)),
          Map.of(Function.AUDIT_MIGRATOR, Packaging.JVM));
  static final Key<Path> PACKAGES_DIRECTORY =
      optional("packagesDirectory", Path::of, Path.of("lambdas"));
  static final Key<Architecture> ARCHITECTURE =
      optional(
          "architecture",
          Parsers.oneOf(Architecture.class, Architecture::value),
          Architecture.X86_64);
  static final Key<Map<Function, Integer>> RESERVED_CONCURRENCY =
      optional(
              "reservedConcurrency",
              Structures.perFunction(Parsers.integer(1, 100_000)),
              Map.<Function, Integer>of())
          .perRegion();

  // Work.
  static final Key<List<PmsConnection>> PMS_CONNECTIONS =
      optional("pmsConnections", Structures.objects(Keys::pmsConnection), List.of());
  static final Key<Integer> CIRCUIT_FAILURE_THRESHOLD =
      optional("circuitFailureThreshold", Parsers.integer(1, 1_000), 5);
  static final Key<Integer> CIRCUIT_OPEN_SECONDS =
      optional("circuitOpenSeconds", Parsers.integer(1, 3_600), 60);
  static final Key<Integer> RECONCILIATION_BUDGET_SECONDS =
      optional(
          "reconciliationBudgetSeconds",
          Parsers.integer(5, FunctionSize.RECONCILIATION_BUDGET_SECONDS_MAX),
          30);
  static final Key<Integer> RECONCILIATION_SEGMENTS =
      optional("reconciliationSegments", Parsers.integer(1, 40), 4).perRegion();

  // Network and stores.
  static final Key<AddressRange> VPC_CIDR =
      optional("vpcCidr", AddressRange::new, new AddressRange("10.0.0.0/16")).perRegion();
  static final Key<Integer> AVAILABILITY_ZONES =
      optional(
              "availabilityZones",
              Parsers.integer(2, NetworkSettings.ZONES_MAX),
              NetworkSettings.ZONES_MAX)
          .perRegion();
  static final Key<Integer> NAT_GATEWAYS =
      optional(
              "natGateways",
              Parsers.integer(0, NetworkSettings.ZONES_MAX),
              NetworkSettings.ZONES_MAX)
          .perRegion();
  static final Key<Optional<Boolean>> VPC_FLOW_LOGS =
      optional("vpcFlowLogs", Parsers::flag).perRegion();
  static final Key<NodeType> CACHE_NODE_TYPE =
      optional("cacheNodeType", NodeType::new, new NodeType("cache.r7g.large")).perRegion();
  static final Key<Integer> CACHE_SHARDS =
      optional("cacheShards", Parsers.integer(1, 90), 3).perRegion();
  static final Key<Integer> CACHE_REPLICAS =
      optional("cacheReplicas", Parsers.integer(0, 5), 2).perRegion();
  static final Key<InstanceClass> AUDIT_INSTANCE_CLASS =
      optional("auditInstanceClass", InstanceClass::new, new InstanceClass("db.r7g.large"))
          .perRegion();
  static final Key<Integer> AUDIT_INSTANCES =
      optional("auditInstances", Parsers.integer(1, 16), 2).perRegion();
  static final Key<Optional<Capacity>> AUDIT_CAPACITY =
      optional("auditCapacity", Keys::capacity).perRegion();
  static final Key<Optional<Boolean>> AUDIT_MONITORING =
      optional("auditMonitoring", Parsers::flag).perRegion();

  // Keeping it, and hearing of it.
  static final Key<Optional<Boolean>> CUSTOMER_MANAGED_KEYS =
      optional("customerManagedKeys", Parsers::flag);
  static final Key<Optional<Boolean>> BACKUP_VAULTS = optional("backupVaults", Parsers::flag);
  static final Key<Optional<VaultLock>> BACKUP_VAULT_LOCK =
      optional("backupVaultLock", Parsers.oneOf(VaultLock.class, VaultLock::value));
  static final Key<String> BACKUP_WINDOW =
      optional("backupWindow", Windows::backup, "03:00-05:00").perRegion();
  static final Key<String> MAINTENANCE_WINDOW =
      optional("maintenanceWindow", Windows::maintenance, "sun:05:00-sun:06:00").perRegion();
  static final Key<Integer> LOG_RETENTION_DAYS =
      optional("logRetentionDays", Parsers::logRetention, 30).perRegion();
  static final Key<List<String>> ALARM_EMAILS =
      optional("alarmEmails", Structures.list(Parsers::email), List.of());
  static final Key<Optional<Integer>> MONTHLY_BUDGET =
      optional("monthlyBudget", Parsers.integer(1, 100_000_000));

  /** Values of single Regions, laid over the others. */
  static final String PER_REGION = "perRegion";

  static final List<Key<?>> ALL =
      List.of(
          PRIMARY_REGION,
          REGIONS,
          HOME_REGION,
          OWNER,
          COST_CENTER,
          TAGS,
          COMMIT,
          DOMAIN_NAME,
          HOSTED_ZONE_ID,
          JWT_ISSUER,
          JWT_AUDIENCE,
          CORS_ALLOW_ORIGINS,
          THROTTLING_RATE_LIMIT,
          THROTTLING_BURST_LIMIT,
          PACKAGING,
          PACKAGING_OVERRIDES,
          PACKAGES_DIRECTORY,
          ARCHITECTURE,
          RESERVED_CONCURRENCY,
          PMS_CONNECTIONS,
          CIRCUIT_FAILURE_THRESHOLD,
          CIRCUIT_OPEN_SECONDS,
          RECONCILIATION_BUDGET_SECONDS,
          RECONCILIATION_SEGMENTS,
          VPC_CIDR,
          AVAILABILITY_ZONES,
          NAT_GATEWAYS,
          VPC_FLOW_LOGS,
          CACHE_NODE_TYPE,
          CACHE_SHARDS,
          CACHE_REPLICAS,
          AUDIT_INSTANCE_CLASS,
          AUDIT_INSTANCES,
          AUDIT_CAPACITY,
          AUDIT_MONITORING,
          CUSTOMER_MANAGED_KEYS,
          BACKUP_VAULTS,
          BACKUP_VAULT_LOCK,
          BACKUP_WINDOW,
          MAINTENANCE_WINDOW,
          LOG_RETENTION_DAYS,
          ALARM_EMAILS,
          MONTHLY_BUDGET);

  static final Set<String> NAMES =
      ALL.stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new));

  static {
    NAMES.add(PER_REGION);
  }

  private Keys() {}

  private static PmsConnection pmsConnection(String name, Map<String, String> members) {
    if (!members.keySet().equals(Set.of("integration", "url"))) {
      throw new IllegalArgumentException(
          "'%s' has %s instead of integration and url"
              .formatted(name, new TreeSet<>(members.keySet())));
    }
    return new PmsConnection(
        name,
        Parsers.oneOf(PmsIntegration.class, PmsIntegration::id)
            .parse(String.valueOf(members.get("integration"))),
        Parsers.secureUrl(String.valueOf(members.get("url"))));
  }

  private static Capacity capacity(String text) {
    Map<String, String> members = Structures.texts(text);
    if (!members.keySet().equals(Set.of("min", "max"))) {
      throw new IllegalArgumentException(
          "has %s instead of min and max".formatted(new TreeSet<>(members.keySet())));
    }
    return new Capacity(
        Parsers.number(String.valueOf(members.get("min"))),
        Parsers.number(String.valueOf(members.get("max"))));
  }
}
