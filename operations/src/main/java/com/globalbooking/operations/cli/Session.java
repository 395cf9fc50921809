package com.globalbooking.operations.cli;

import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.aws.AwsClients;
import com.globalbooking.operations.aws.CloudWatchAlarmStates;
import com.globalbooking.operations.deploying.Deploying;
import com.globalbooking.operations.environments.Environment;
import com.globalbooking.operations.environments.EnvironmentFile;
import com.globalbooking.operations.environments.LocalProviders;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.environments.Workspace;
import com.globalbooking.operations.pulumi.AwsVariables;
import com.globalbooking.operations.pulumi.LocalVariables;
import com.globalbooking.operations.pulumi.Pulumi;
import com.globalbooking.operations.pulumi.PulumiCli;
import com.globalbooking.operations.tokens.ClientCredentials;
import com.globalbooking.operations.tokens.LocalToken;
import com.globalbooking.operations.tokens.TokenFile;
import com.globalbooking.operations.traffic.HttpRegionProbe;
import com.globalbooking.operations.traffic.Route53HealthChecks;
import com.globalbooking.operations.traffic.Traffic;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * What the commands of one run share.
 *
 * @param operator the operator's environment variables
 */
record Session(Workspace workspace, Map<String, String> operator, Console console, Clock clock) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** For the checkout that {@code scripts/operate} runs from. */
  static Session ofThisCheckout() {
    return new Session(
        new Workspace(folder("globalbooking.root"), folder("globalbooking.directory")),
        System.getenv(),
        System.out::println,
        Clock.systemUTC());
  }

  private static Path folder(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new RefusedException("Run this by scripts/operate, which sets " + property + ".");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  EnvironmentFile environmentFile(String name) {
    return EnvironmentFile.read(workspace, name);
  }

  /**
   * @param secretsProvider of stacks that are made
   */
  Pulumi pulumi(Environment environment, Optional<String> secretsProvider) {
    return new PulumiCli(
        workspace.root(),
        environment.isLocal() ? new LocalVariables(workspace) : new AwsVariables(operator),
        secretsProvider);
  }

  /**
   * What deploys an environment and deletes it.
   *
   * @param secretsProvider of stacks that are made
   * @param commit state of the sources, if it is known and counts
   */
  Deploying deploying(
      EnvironmentFile file, Optional<String> secretsProvider, Optional<String> commit) {
    return new Deploying(
        workspace, file, pulumi(file.environment(), secretsProvider), console, clock, commit);
  }

  /** What leads guests to Regions and away from them. */
  Traffic traffic(Environment environment, Route53Client route53, HttpClient http) {
    return new Traffic(
        new Route53HealthChecks(route53),
        new HttpRegionProbe(http, new CloudWatchAlarmStates(aws(environment))),
        console);
  }

  Outputs outputs(Environment environment, String region) {
    var stack = environment.stack(region);
    return new Outputs(stack, pulumi(environment, Optional.empty()).outputs(stack));
  }

  List<Outputs> outputs(Environment environment, List<String> regions) {
    return regions.stream().map(region -> outputs(environment, region)).toList();
  }

  /** A token of the environment's own user pool, or of the issuer of local Regions. */
  String token(Environment environment) {
    if (environment.isLocal()) {
      return LocalToken.ask(workspace.root());
    }
    try (var http = http()) {
      return new ClientCredentials(
              http, new TokenFile(workspace.tokenFile(environment.name())), clock)
          .token(outputs(environment, environment.primary()));
    }
  }

  /** Clients for AWS, or for what local Regions serve in its place. */
  AwsClients aws(Environment environment) {
    Optional<URI> named = Optional.ofNullable(operator.get("AWS_ENDPOINT_URL")).map(URI::create);
    return environment.isLocal()
        ? AwsClients.local(named.or(() -> LocalProviders.read(workspace).awsEndpoint()))
        : AwsClients.ofOperator(named);
  }

  HttpClient http() {
    return HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  }
}
