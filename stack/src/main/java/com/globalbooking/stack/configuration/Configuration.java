package com.globalbooking.stack.configuration;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.audit.InstanceClass;
import com.globalbooking.stack.availability.NodeType;
import com.globalbooking.stack.booking.Throttling;
import com.globalbooking.stack.booking.TokenIssuer;
import com.globalbooking.stack.functions.Architecture;
import com.globalbooking.stack.functions.FunctionSettings;
import com.globalbooking.stack.functions.FunctionSize;
import com.globalbooking.stack.functions.Packaging;
import com.globalbooking.stack.functions.WorkSettings;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.globalbooking.stack.naming.Regions;
import com.globalbooking.stack.naming.StackName;
import com.globalbooking.stack.network.AddressRange;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that differs between deployments, checked. The keys are documented in {@code
 * Pulumi.yaml}.
 *
 * @param corsAllowOrigins origins whose pages may call the API from a browser; none by default
 * @param reconciliationSegments parts that an audit looks at side by side
 * @param alarmEmails who is told of alarms; none by default
 * @param logRetentionDays how long logs are kept, in days
 */
public record Configuration(
    StackName stack,
    Regions regions,
    Names names,
    TokenIssuer tokenIssuer,
    Throttling throttling,
    List<String> corsAllowOrigins,
    FunctionSettings functions,
    AddressRange vpcAddresses,
    NodeType cacheNodeType,
    InstanceClass auditInstanceClass,
    int reconciliationSegments,
    List<String> alarmEmails,
    int logRetentionDays) {

  /** The only periods that CloudWatch Logs accepts, in days. */
  private static final Set<Integer> RETENTION_DAYS =
      Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557);

  /**
   * @param stackName name of the stack, {@code <environment>-<region>}
   * @param source value of a configuration key of this project, if set; lists and objects as JSON
   * @throws ConfigurationException when a value is missing or wrong; the message names the key
   */
  public static Configuration of(
      String stackName, java.util.function.Function<String, Optional<String>> source) {
    StackName stack = stackName(stackName);
    var reader = new ConfigurationReader(source);
    var names =
        new Names(
            stack.environment(),
            stack.region(),
            reader.required("owner", Parsers::text),
            reader.required("costCenter", Parsers::text));
    return new Configuration(
        stack,
        regions(reader, stack.region()),
        names,
        tokenIssuer(reader),
        new Throttling(
            reader.optional("throttlingRateLimit", Parsers::positiveNumber).orElse(1200.0),
            reader.optional("throttlingBurstLimit", Parsers.integer(1, 1_000_000)).orElse(2000)),
        reader.list("corsAllowOrigins", Parsers::origin),
        functions(reader),
        reader.optional("vpcCidr", AddressRange::new).orElse(new AddressRange("10.0.0.0/16")),
        reader.optional("cacheNodeType", NodeType::new).orElse(new NodeType("cache.r7g.large")),
        reader
            .optional("auditInstanceClass", InstanceClass::new)
            .orElse(new InstanceClass("db.r7g.large")),
        reader.optional("reconciliationSegments", Parsers.integer(1, 40)).orElse(4),
        reader.list("alarmEmails", Parsers::email),
        reader.optional("logRetentionDays", Configuration::retention).orElse(30));
  }

  /** What this stack does for the global tables. */
  public Role role() {
    return stack.region().equals(regions.primary()) ? Role.PRIMARY : Role.REPLICA;
  }

  private static StackName stackName(String name) {
    try {
      return StackName.parse(name);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationException("Stack name: " + wrong.getMessage() + ".");
    }
  }

  private static Regions regions(ConfigurationReader reader, Region own) {
    Region primary = reader.required("primaryRegion", Region::new);
    Region home = reader.optional("homeRegion", Region::new).orElse(primary);
    List<Region> all = reader.list("regions", Region::new);
    if (!all.contains(own)) {
      throw ConfigurationException.of(
          "regions", "%s does not name %s, the Region of this stack".formatted(all, own));
    }
    try {
      return new Regions(primary, all, home);
    } catch (IllegalArgumentException wrong) {
      throw ConfigurationException.of("regions", String.valueOf(wrong.getMessage()));
    }
  }

  private static TokenIssuer tokenIssuer(ConfigurationReader reader) {
    List<String> audiences = reader.list("jwtAudience", Parsers::text);
    if (audiences.isEmpty()) {
      throw ConfigurationException.of("jwtAudience", "is missing; name at least one audience");
    }
    return new TokenIssuer(reader.required("jwtIssuer", Parsers::secureUrl), audiences);
  }

  private static FunctionSettings functions(ConfigurationReader reader) {
    ConfigurationReader.Parser<Packaging> packaging =
        Parsers.oneOf(Packaging.class, Packaging::value);
    Packaging usual = reader.optional("packaging", packaging).orElse(Packaging.NATIVE);
    Map<Function, Packaging> packagings = new EnumMap<>(Function.class);
    for (Function function : Function.values()) {
      packagings.put(function, usual);
    }
    packagings.putAll(reader.perFunction("packagingOverrides", packaging));
    return new FunctionSettings(
        packagings,
        reader
            .optional("architecture", Parsers.oneOf(Architecture.class, Architecture::value))
            .orElse(Architecture.ARM64),
        reader.perFunction("reservedConcurrency", Parsers.integer(1, 100_000)),
        reader.optional("packagesDirectory", Path::of).orElse(Path.of("lambdas")),
        work(reader));
  }

  private static WorkSettings work(ConfigurationReader reader) {
    return new WorkSettings(
        reader.objects("pmsConnections", Configuration::pmsConnection),
        reader.optional("circuitFailureThreshold", Parsers.integer(1, 1_000)).orElse(5),
        reader.optional("circuitOpenSeconds", Parsers.integer(1, 3_600)).orElse(60),
        reader
            .optional(
                "reconciliationBudgetSeconds",
                Parsers.integer(5, FunctionSize.RECONCILIATION_BUDGET_SECONDS_MAX))
            .orElse(30));
  }

  private static PmsConnection pmsConnection(String name, Map<String, String> members) {
    if (!members.keySet().equals(Set.of("integration", "url"))) {
      throw new IllegalArgumentException(
          "'%s' has %s instead of integration and url".formatted(name, members.keySet()));
    }
    return new PmsConnection(
        name,
        Parsers.oneOf(PmsIntegration.class, PmsIntegration::id)
            .parse(String.valueOf(members.get("integration"))),
        Parsers.secureUrl(String.valueOf(members.get("url"))));
  }

  private static int retention(String text) {
    int days = Parsers.integer(1, 3653).parse(text);
    if (!RETENTION_DAYS.contains(days)) {
      throw new IllegalArgumentException(
          "CloudWatch Logs does not know a retention of %d days".formatted(days));
    }
    return days;
  }
}
