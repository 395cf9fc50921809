package com.globalbooking.stack.configuration;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.alarms.AlarmSettings;
import com.globalbooking.stack.audit.AuditSettings;
import com.globalbooking.stack.availability.CacheSettings;
import com.globalbooking.stack.backup.BackupSettings;
import com.globalbooking.stack.backup.VaultLock;
import com.globalbooking.stack.backup.Windows;
import com.globalbooking.stack.booking.IssuerSettings;
import com.globalbooking.stack.booking.Throttling;
import com.globalbooking.stack.functions.FunctionSettings;
import com.globalbooking.stack.functions.Packaging;
import com.globalbooking.stack.functions.WorkSettings;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.naming.Regions;
import com.globalbooking.stack.naming.StackName;
import com.globalbooking.stack.network.NetworkSettings;
import com.globalbooking.stack.routing.DomainSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that differs between deployments, checked.
 *
 * @param issuer who signs tokens; empty where the stack makes a user pool of its own
 * @param domain the name that guests know; empty where they come by the API's own address
 * @param corsAllowOrigins origins whose pages may call the API from a browser
 * @param reconciliationSegments parts that an audit looks at side by side
 * @param customerManagedKeys whether tables and the database are encrypted under our own key
 * @param logRetentionDays how long logs are kept, in days
 * @param commit state of the sources; empty when whoever deploys does not say
 */
public record Configuration(
    StackName stack,
    Regions regions,
    Names names,
    Optional<IssuerSettings> issuer,
    Optional<DomainSettings> domain,
    Throttling throttling,
    List<String> corsAllowOrigins,
    FunctionSettings functions,
    NetworkSettings network,
    CacheSettings cache,
    AuditSettings audit,
    int reconciliationSegments,
    boolean customerManagedKeys,
    BackupSettings backup,
    AlarmSettings alarms,
    int logRetentionDays,
    Optional<String> commit) {

  /**
   * Reads the configuration of one Region.
   *
   * @param stackName name of the stack, {@code <environment>-<region>}
   * @throws ConfigurationException when anything is missing or wrong; its message names every key
   */
  public static Configuration of(String stackName, ConfigurationSource source) {
    StackName stack = stackName(stackName);
    var values = new Values(source, stack.region());
    var problems = new Problems();
    problems.addAll(values.problems());
    Keys.ALL.forEach(key -> problems.check(() -> values.of(key)));
    Supplier<Configuration> configuration = () -> of(stack, values);
    // Each by itself, so that one that cannot be read does not hide what is wrong with the others.
    problems.check(() -> regions(values, stack.region()));
    problems.check(() -> issuer(values));
    problems.check(() -> domain(values));
    problems.check(() -> network(values, stack));
    problems.check(() -> audit(values, stack));
    problems.check(() -> alarms(values, stack));
    problems.check(() -> names(values, stack));
    problems.check(configuration);
    problems.throwIfAny();
    return configuration.get();
  }

  /** What this stack does for the global tables. */
  public Role role() {
    return stack.region().equals(regions.primary()) ? Role.PRIMARY : Role.REPLICA;
  }

  /**
   * Full name of the primary Region's stack; empty in that stack itself.
   *
   * @param organization that the stacks belong to
   */
  public Optional<String> stackOfPrimary(String organization) {
    var primary = new StackName(stack.environment(), regions.primary());
    return primary.equals(stack)
        ? Optional.empty()
        : Optional.of("%s/%s/%s".formatted(organization, Names.PROJECT, primary));
  }

  private static Configuration of(StackName stack, Values values) {
    boolean production = stack.environment().isProduction();
    return new Configuration(
        stack,
        regions(values, stack.region()),
        names(values, stack),
        issuer(values),
        domain(values),
        new Throttling(
            values.of(Keys.THROTTLING_RATE_LIMIT), values.of(Keys.THROTTLING_BURST_LIMIT)),
        values.of(Keys.CORS_ALLOW_ORIGINS),
        functions(values),
        network(values, stack),
        new CacheSettings(
            values.of(Keys.CACHE_NODE_TYPE),
            values.of(Keys.CACHE_SHARDS),
            values.of(Keys.CACHE_REPLICAS),
            values.of(Keys.MAINTENANCE_WINDOW)),
        audit(values, stack),
        values.of(Keys.RECONCILIATION_SEGMENTS),
        values.of(Keys.CUSTOMER_MANAGED_KEYS).orElse(production),
        new BackupSettings(
            values.of(Keys.BACKUP_VAULTS).orElse(production),
            values
                .of(Keys.BACKUP_VAULT_LOCK)
                .orElse(production ? VaultLock.GOVERNANCE : VaultLock.NONE)),
        alarms(values, stack),
        values.of(Keys.LOG_RETENTION_DAYS),
        values.of(Keys.COMMIT));
  }

  private static StackName stackName(String name) {
    try {
      return StackName.parse(name);
    } catch (IllegalArgumentException wrong) {
      throw ConfigurationException.of(List.of(String.valueOf(wrong.getMessage())));
    }
  }

  private static Regions regions(Values values, Region own) {
    Region primary = values.of(Keys.PRIMARY_REGION);
    Region home = values.of(Keys.HOME_REGION).orElse(primary);
    List<Region> all = values.of(Keys.REGIONS);
    if (!all.contains(own)) {
      throw ConfigurationException.of(
          Keys.REGIONS.name(), "%s does not name %s, the Region of this stack".formatted(all, own));
    }
    return composed(Keys.REGIONS, () -> new Regions(primary, all, home));
  }

  private static Names names(Values values, StackName stack) {
    return composed(
        Keys.TAGS,
        () ->
            new Names(
                stack.environment(),
                stack.region(),
                values.of(Keys.OWNER),
                values.of(Keys.COST_CENTER),
                values.of(Keys.TAGS)));
  }

  private static Optional<IssuerSettings> issuer(Values values) {
    List<String> audiences = values.of(Keys.JWT_AUDIENCE);
    var issuer = values.of(Keys.JWT_ISSUER);
    if (issuer.isPresent() && audiences.isEmpty()) {
      throw ConfigurationException.of(
          Keys.JWT_AUDIENCE.name(), "is missing; name at least one audience");
    }
    if (issuer.isEmpty() && !audiences.isEmpty()) {
      throw ConfigurationException.of(
          Keys.JWT_ISSUER.name(),
          "is missing; set it, or leave jwtAudience out too and the stack makes a user pool");
    }
    return issuer.map(url -> new IssuerSettings(url, audiences));
  }

  private static Optional<DomainSettings> domain(Values values) {
    Optional<String> name = values.of(Keys.DOMAIN_NAME);
    Optional<String> zone = values.of(Keys.HOSTED_ZONE_ID);
    if (name.isPresent() != zone.isPresent()) {
      throw ConfigurationException.of(
          (name.isPresent() ? Keys.HOSTED_ZONE_ID : Keys.DOMAIN_NAME).name(),
          "is missing; domainName and hostedZoneId go together");
    }
    return name.flatMap(domain -> zone.map(id -> new DomainSettings(domain, id)));
  }

  private static FunctionSettings functions(Values values) {
    Map<Function, Packaging> packagings = new EnumMap<>(Function.class);
    for (Function function : Function.values()) {
      packagings.put(function, values.of(Keys.PACKAGING));
    }
    packagings.putAll(values.of(Keys.PACKAGING_OVERRIDES));
    return new FunctionSettings(
        packagings,
        values.of(Keys.ARCHITECTURE),
        values.of(Keys.RESERVED_CONCURRENCY),
        values.of(Keys.PACKAGES_DIRECTORY),
        new WorkSettings(
            values.of(Keys.PMS_CONNECTIONS),
            values.of(Keys.CIRCUIT_FAILURE_THRESHOLD),
            values.of(Keys.CIRCUIT_OPEN_SECONDS),
            values.of(Keys.RECONCILIATION_BUDGET_SECONDS)));
  }

  private static NetworkSettings network(Values values, StackName stack) {
    return composed(
        Keys.NAT_GATEWAYS,
        () ->
            new NetworkSettings(
                values.of(Keys.VPC_CIDR),
                values.of(Keys.AVAILABILITY_ZONES),
                values.of(Keys.NAT_GATEWAYS),
                values.of(Keys.VPC_FLOW_LOGS).orElse(stack.environment().isProduction())));
  }

  private static AuditSettings audit(Values values, StackName stack) {
    return composed(
        Keys.AUDIT_CAPACITY,
        () ->
            new AuditSettings(
                values.of(Keys.AUDIT_INSTANCE_CLASS),
                values.of(Keys.AUDIT_INSTANCES),
                values.of(Keys.AUDIT_CAPACITY),
                values.of(Keys.AUDIT_MONITORING).orElse(stack.environment().isProduction()),
                new Windows(values.of(Keys.BACKUP_WINDOW), values.of(Keys.MAINTENANCE_WINDOW))));
  }

  private static AlarmSettings alarms(Values values, StackName stack) {
    List<String> emails = values.of(Keys.ALARM_EMAILS);
    if (emails.isEmpty() && stack.environment().isProduction()) {
      throw ConfigurationException.of(
          Keys.ALARM_EMAILS.name(), "is missing; in production somebody must hear of alarms");
    }
    return composed(
        Keys.MONTHLY_BUDGET, () -> new AlarmSettings(emails, values.of(Keys.MONTHLY_BUDGET)));
  }

  /** Blames a key for what only shows when several are put together. */
  private static <T> T composed(Key<?> key, Supplier<T> parts) {
    try {
      return parts.get();
    } catch (IllegalArgumentException wrong) {
      throw ConfigurationException.of(key.name(), String.valueOf(wrong.getMessage()));
    }
  }
}
