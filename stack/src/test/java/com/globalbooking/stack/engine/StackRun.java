package com.globalbooking.stack.engine;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.ReleasePins;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.Topology;
import com.globalbooking.stack.configuration.ConfigurationSource;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run of the program's topology for a stack.
 *
 * @param primaryOutputs what the primary Region's stack has exported; empty while it is not there
 * @param concurrencyQuota what AWS answers about Lambda
 * @param zone what AWS answers about the hosted zone
 */
public record StackRun(
    String stackName,
    Map<String, String> configuration,
    boolean preview,
    Map<String, String> primaryOutputs,
    double concurrencyQuota,
    String zone) {

  static final String PROJECT = "global-booking";

  private static final ScopedValue<UnaryOperator<Registered>> TAMPERING = ScopedValue.newInstance();

  private static final ScopedValue<String> PINS = ScopedValue.newInstance();
  private static final ScopedValue<Map.Entry<Function, String>> ANSWER = ScopedValue.newInstance();

  /** A run that takes longer hangs. */
  private static final int TIME_LIMIT_SECONDS = 60;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-24T12:00:00Z"), ZoneOffset.UTC);

  private static final Set<String> WITH_A_FILE = Set.of("prod", "dev");

  /**
   * A run of a stack with every package built: of production and development with the committed
   * configuration, what a platform team fills in filled in; of others with a small sound one.
   */
  public static StackRun of(String stackName) {
    String environment = stackName.substring(0, stackName.indexOf('-'));
    Map<String, String> configuration =
        new LinkedHashMap<>(
            WITH_A_FILE.contains(environment) ? ProjectFile.filledIn(environment) : small());
    configuration.put("packagesDirectory", TestPackages.built().toString());
    return new StackRun(
        stackName, Map.copyOf(configuration), false, userPool(), 1_000, "acme.travel");
  }

  private static Map<String, String> small() {
    return Map.of(
        "primaryRegion", "us-west-2",
        "regions", "[\"eu-west-1\",\"us-west-2\"]",
        "jwtIssuer", "https://identity.acme.travel",
        "jwtAudience", "[\"https://api.acme.travel\"]",
        "owner", "booking-platform",
        "costCenter", "distribution");
  }

  private static Map<String, String> userPool() {
    return Map.of(
        StackOutput.JWT_ISSUER, "https://cognito-idp.us-west-2.amazonaws.com/pool",
        StackOutput.TOKEN_ENDPOINT, "https://pool.auth.us-west-2.amazoncognito.com/oauth2/token",
        StackOutput.TOKEN_CLIENT_ID, "a-client",
        StackOutput.TOKEN_CLIENT_SECRET, "a-secret");
  }

  /** The same with another value of a key. */
  public StackRun with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(configuration);
    changed.put(key, value);
    return new StackRun(
        stackName, Map.copyOf(changed), preview, primaryOutputs, concurrencyQuota, zone);
  }

  /** The same with a key not set. */
  public StackRun without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(configuration);
    changed.remove(key);
    return new StackRun(
        stackName, Map.copyOf(changed), preview, primaryOutputs, concurrencyQuota, zone);
  }

  /** The same as a preview of what has never been deployed. */
  public StackRun asPreview() {
    return new StackRun(stackName, configuration, true, primaryOutputs, concurrencyQuota, zone);
  }

  /** The same in an account that lets so many functions run at once. */
  public StackRun withConcurrencyQuota(double quota) {
    return new StackRun(stackName, configuration, preview, primaryOutputs, quota, zone);
  }

  /** The same where the hosted zone is that of another name. */
  public StackRun withZone(String name) {
    return new StackRun(stackName, configuration, preview, primaryOutputs, concurrencyQuota, name);
  }

  /**
   * Does something during which every run in this thread shows other resources than the program
   * registered: how a test plants faults for rules to find.
   */
  public static <T> T tampered(UnaryOperator<Registered> tampering, Supplier<T> rules) {
    return ScopedValue.where(TAMPERING, tampering).call(rules::get);
  }

  /** Does something during which people hold functions at versions. */
  public static <T> T pinned(String pins, Supplier<T> work) {
    return ScopedValue.where(PINS, pins).call(work::get);
  }

  /** Does something during which a function answers invocations of a deployment like this. */
  public static <T> T answering(Function function, String answer, Supplier<T> work) {
    return ScopedValue.where(ANSWER, Map.entry(function, answer)).call(work::get);
  }

  /** Runs the program. */
  public StackGraph run() {
    Map<String, String> namespaced = new TreeMap<>();
    configuration.forEach((key, value) -> namespaced.put(PROJECT + ":" + key, value));
    // The program runs in threads of its own, which do not see this thread's values.
    var monitor =
        new RecordingMonitor(
            this,
            PINS.orElse(ReleasePins.NONE),
            ANSWER.isBound() ? Optional.of(ANSWER.get()) : Optional.empty());
    try {
      TestResult result =
          PulumiTestInternal.builder()
              .options(
                  TestOptions.builder()
                      .organizationName("acme")
                      .projectName(PROJECT)
                      .stackName(stackName)
                      .preview(preview)
                      .build())
              .config(namespaced)
              .monitorDecorator(pulumis -> monitor)
              .build()
              .runTestAsync(
                  context ->
                      Topology.define(
                          context, new ConfigurationSource(configuration, Set.of()), CLOCK))
              .get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
      List<Registered> registered =
          monitor.registered().stream().map(TAMPERING.orElse(UnaryOperator.identity())).toList();
      return new StackGraph(registered, outputs(result), problems(result));
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError("The program did not end by itself", failed);
    } finally {
      PulumiTest.cleanup();
    }
  }

  String region() {
    return stackName.substring(stackName.indexOf('-') + 1);
  }

  /** Outputs of the stack that a replica refers to. */
  Value outputsOfPrimary() {
    Struct.Builder outputs = Struct.newBuilder();
    primaryOutputs.forEach((name, value) -> outputs.putFields(name, FakeAws.value(value)));
    return Value.newBuilder().setStructValue(outputs).build();
  }

  static Value none() {
    return Value.newBuilder().setListValue(ListValue.getDefaultInstance()).build();
  }

  private static Map<String, Output<?>> outputs(TestResult result) {
    return new TreeMap<>(result.outputs());
  }

  private static String problems(TestResult result) {
    StringBuilder problems = new StringBuilder();
    result.exceptions().forEach(exception -> problems.append(exception).append('\n'));
    result.errors().forEach(error -> problems.append(error).append('\n'));
    return problems.toString();
  }
}
