package com.globalbooking.stack;

import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.configuration.ConfigurationException;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.routing.DomainSettings;
import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZonePlainArgs;
import com.pulumi.aws.servicequotas.ServicequotasFunctions;
import com.pulumi.aws.servicequotas.inputs.GetServiceQuotaPlainArgs;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What AWS and the build can be asked before anything is registered: whose account this is, and
 * what would go wrong: packages that would not start, a hosted zone that does not hold the domain,
 * a quota that is too small.
 */
final class Preflight {

  /** Number of executions at once that an account may have in a Region. */
  private static final String CONCURRENCY_QUOTA = "L-B99A9384";

  /** What AWS keeps for functions without a reservation. */
  private static final int UNRESERVED_MIN = 100;

  private final Context context;
  private final Configuration configuration;
  private final InvokeOptions options;

  Preflight(Context context, Configuration configuration, Provider aws) {
    this.context = context;
    this.configuration = configuration;
    this.options = InvokeOptions.builder().provider(aws).build();
  }

  /**
   * Looks at all of it.
   *
   * @throws ConfigurationException with every problem, when there is one
   */
  void check() {
    boolean preview = Deployment.getInstance().isDryRun();
    List<String> problems = new ArrayList<>(configuration.functions().packageProblems(preview));
    if (preview) {
      List<String> missing = configuration.functions().missingPackages();
      if (!missing.isEmpty()) {
        context
            .log()
            .warn(
                "Not built, and taken for changed in this preview: " + String.join(", ", missing));
      }
    }
    configuration.domain().flatMap(this::zoneProblem).ifPresent(problems::add);
    if (configuration.functions().reservedExecutions() > 0) {
      quotaProblem().ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw ConfigurationException.of(problems);
    }
  }

  /** The account whose credentials these are. */
  Account account() {
    return new Account(
        AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty, options)
            .applyValue(GetCallerIdentityResult::accountId));
  }

  private Optional<String> zoneProblem(DomainSettings domain) {
    return asked(
            "the hosted zone " + domain.hostedZoneId(),
            Route53Functions.getZonePlain(
                GetZonePlainArgs.builder().zoneId(domain.hostedZoneId()).build(), options))
        .map(zone -> zone.name().replaceFirst("\\.$", ""))
        .filter(
            zone -> !domain.domainName().equals(zone) && !domain.domainName().endsWith("." + zone))
        .map(
            zone ->
                "global-booking:hostedZoneId is the zone of %s, which does not hold %s"
                    .formatted(zone, domain.domainName()));
  }

  private Optional<String> quotaProblem() {
    int needed = configuration.functions().reservedExecutions() + UNRESERVED_MIN;
    return asked(
            "the quota of Lambda's concurrent executions",
            ServicequotasFunctions.getServiceQuotaPlain(
                GetServiceQuotaPlainArgs.builder()
                    .serviceCode("lambda")
                    .quotaCode(CONCURRENCY_QUOTA)
                    .build(),
                options))
        .filter(quota -> quota.value() < needed)
        .map(
            quota ->
                ("global-booking:reservedConcurrency needs a quota of %d concurrent executions in"
                        + " %s (%d reserved and %d that AWS keeps); it is %.0f: ask for more under"
                        + " Service Quotas, lambda, %s")
                    .formatted(
                        needed,
                        configuration.names().region(),
                        configuration.functions().reservedExecutions(),
                        UNRESERVED_MIN,
                        quota.value(),
                        CONCURRENCY_QUOTA));
  }

  /** What AWS answered; nothing and a warning where whoever deploys may not ask. */
  private <T> Optional<T> asked(String what, CompletableFuture<T> answer) {
    try {
      return Optional.of(answer.join());
    } catch (CompletionException refused) {
      context.log().warn("Could not check %s: %s".formatted(what, refused.getMessage()));
      return Optional.empty();
    }
  }
}
