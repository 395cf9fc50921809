package com.globalbooking.stack.engine;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.Topology;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run of the program's topology for a stack.
 *
 * @param replicasInPrimaryOutputs Regions that the primary stack's outputs name
 */
public record StackRun(
    String stackName,
    Map<String, String> configuration,
    boolean preview,
    List<String> replicasInPrimaryOutputs) {

  static final String PROJECT = "global-booking";

  private static final ScopedValue<UnaryOperator<Registered>> TAMPERING = ScopedValue.newInstance();

  /** A run that takes longer hangs. */
  private static final int TIME_LIMIT_SECONDS = 60;

  /** A run of a stack with a sound configuration and every package built. */
  public static StackRun of(String stackName) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("primaryRegion", "us-west-2");
    configuration.put("regions", "[\"eu-west-1\",\"us-west-2\"]");
    configuration.put("jwtIssuer", "https://identity.example");
    configuration.put("jwtAudience", "[\"https://api.example\"]");
    configuration.put("owner", "booking-platform");
    configuration.put("costCenter", "distribution");
    configuration.put("packagesDirectory", builtPackages().toString());
    return new StackRun(
        stackName, Map.copyOf(configuration), false, List.of("us-west-2", "eu-west-1"));
  }

  /** The same with another value of a key. */
  public StackRun with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(configuration);
    changed.put(key, value);
    return new StackRun(stackName, Map.copyOf(changed), preview, replicasInPrimaryOutputs);
  }

  /** The same with a key not set. */
  public StackRun without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(configuration);
    changed.remove(key);
    return new StackRun(stackName, Map.copyOf(changed), preview, replicasInPrimaryOutputs);
  }

  /** The same as a preview of what has never been deployed. */
  public StackRun asPreview() {
    return new StackRun(stackName, configuration, true, replicasInPrimaryOutputs);
  }

  /** The same while the primary stack knows of these Regions only. */
  public StackRun afterPrimaryWith(String... regions) {
    return new StackRun(stackName, configuration, preview, List.of(regions));
  }

  /**
   * Does something during which every run in this thread shows other resources than the program
   * registered: how a test plants faults for rules to find.
   */
  public static <T> T tampered(UnaryOperator<Registered> tampering, Supplier<T> rules) {
    return ScopedValue.where(TAMPERING, tampering).call(rules::get);
  }

  /** Runs the program. */
  public StackGraph run() {
    Map<String, String> namespaced = new TreeMap<>();
    configuration.forEach((key, value) -> namespaced.put(PROJECT + ":" + key, value));
    var monitor = new RecordingMonitor(this);
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
              .runTestAsync(Topology::define)
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
  Value primaryOutputs() {
    String prefix = PROJECT + "-" + stackName.substring(0, stackName.indexOf('-')) + "-";
    Struct outputs =
        Struct.newBuilder()
            .putFields(
                StackOutput.INVENTORY_STREAM_ARNS,
                struct(FakeAws.streams(prefix + "inventory", replicasInPrimaryOutputs)))
            .putFields(
                StackOutput.BOOKINGS_STREAM_ARNS,
                struct(FakeAws.streams(prefix + "bookings", replicasInPrimaryOutputs)))
            .putFields(
                StackOutput.REGIONS_STREAM_ARNS,
                struct(FakeAws.streams(prefix + "regions", replicasInPrimaryOutputs)))
            .build();
    return struct(replicasInPrimaryOutputs.isEmpty() ? Struct.getDefaultInstance() : outputs);
  }

  static Value none() {
    return Value.newBuilder().setListValue(ListValue.getDefaultInstance()).build();
  }

  private static Value struct(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
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

  private static Path builtPackages() {
    Path directory = Path.of("target", "test-packages");
    for (Function function : Function.values()) {
      for (String place : List.of("target/function.zip", "target/native/function.zip")) {
        write(directory.resolve(function.id()).resolve(place));
      }
    }
    return directory;
  }

  private static void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a package");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
