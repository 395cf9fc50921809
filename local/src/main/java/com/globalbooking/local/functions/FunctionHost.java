package com.globalbooking.local.functions;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.functions.FunctionInstance.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Runs the functions of one Region, each instance as a process of its own. Instances start on
 * demand and are kept; unlike in AWS an idle instance is not frozen.
 *
 * <p>No process outlives this JVM's orderly end: {@link #close} stops all, and a shutdown hook does
 * so when the JVM is asked to end without it. When the JVM is killed outright, its Runtime APIs
 * vanish with it, the poll that every idle instance waits in fails, and the runtimes of AWS and of
 * Quarkus end at that; an instance at work ends when it tries to answer.
 */
public final class FunctionHost implements FunctionInvoker, AutoCloseable {
  private final RegionName region;
  private final Path logDirectory;
  private final URI awsEndpoint;
  private final AccessKeys keys;
  private final Limits limits;
  private final StartGate gate;
  private final Map<String, String> systemProperties;
  private final Clock clock = Clock.systemUTC();
  private final PackageStore packages;
  private final Map<String, FunctionVersions> functions = new ConcurrentHashMap<>();

  /** Instances that have started and not ended, by the name of their function. */
  private final Map<String, Set<FunctionInstance>> running = new ConcurrentHashMap<>();

  private final List<InvocationListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread atShutdown;

  /**
   * @param workDirectory takes unpacked packages and log files
   * @param awsEndpoint where the functions' AWS clients go
   */
  public FunctionHost(RegionName region, Path workDirectory, URI awsEndpoint, AccessKeys keys) {
    this(region, workDirectory, awsEndpoint, keys, Limits.ofThisMachine());
  }

  /** The same with limits of one's own. */
  public FunctionHost(
      RegionName region, Path workDirectory, URI awsEndpoint, AccessKeys keys, Limits limits) {
    this(region, workDirectory, awsEndpoint, keys, limits, StartGate.ofThisMachine(), Map.of());
  }

  /**
   * The same with system properties for every instance, whether a JVM or a native executable.
   *
   * @param gate shared with the hosts of other Regions on this machine
   * @param systemProperties for example which trust store to use
   */
  public FunctionHost(
      RegionName region,
      Path workDirectory,
      URI awsEndpoint,
      AccessKeys keys,
      Limits limits,
      StartGate gate,
      Map<String, String> systemProperties) {
    this.region = region;
    // Instances run in their package's directory, so nothing they get may be relative.
    this.logDirectory = workDirectory.toAbsolutePath().resolve("logs");
    this.packages = new PackageStore(workDirectory.toAbsolutePath().resolve("packages"));
    this.awsEndpoint = awsEndpoint;
    this.keys = keys;
    this.limits = limits;
    this.gate = gate;
    this.systemProperties = Map.copyOf(systemProperties);
    this.atShutdown = new Thread(this::stopAll, "stop-functions-" + region);
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /**
   * Deploys a function or its next version; its first instance starts with its first invocation.
   *
   * @return number of the version
   * @throws UncheckedIOException when the package cannot be read
   */
  public int deploy(FunctionDefinition definition) {
    if (!definition.region().equals(region)) {
      throw new IllegalArgumentException(
          "%s is a function of %s, not of %s"
              .formatted(definition.name(), definition.region(), region));
    }
    createLogDirectory();
    return functions
        .computeIfAbsent(definition.name(), _ -> new FunctionVersions(this::pool))
        .publish(definition, packages.unpacked(definition.packageZip()));
  }

  /** Ends a function with all its versions and aliases; that there is none is no failure. */
  public void remove(String functionName) {
    FunctionVersions removed = functions.remove(functionName);
    if (removed != null) {
      removed.all().forEach(FunctionPool::retire);
    }
  }

  /**
   * Has an alias lead to a version, from the next invocation on.
   *
   * @throws IllegalArgumentException when there is no such function or version
   */
  public void point(String functionName, String alias, String version) {
    FunctionVersions versions = functions.get(functionName);
    if (versions == null) {
      throw new IllegalArgumentException("there is no function " + functionName);
    }
    versions.point(alias, version);
  }

  /** Takes an alias away; that there is none is no failure. */
  public void removeAlias(String functionName, String alias) {
    FunctionVersions versions = functions.get(functionName);
    if (versions != null) {
      versions.removeAlias(alias);
    }
  }

  /** Number of the version that is invoked by a reference; empty when it stands for nothing. */
  public Optional<String> versionOf(FunctionReference function) {
    return Optional.ofNullable(functions.get(function.name()))
        .flatMap(it -> it.versionOf(function.qualifier()));
  }

  private FunctionPool pool(FunctionVersions.Version version) {
    FunctionDefinition definition = version.definition();
    AccessKey key = keys.keyOf(new Caller(region, definition.name(), definition.roleArn()));
    var launch = new Launch(definition, version.taskRoot(), awsEndpoint, key, systemProperties);
    Path logFile = logFile(definition.name());
    return new FunctionPool(
        definition,
        limits,
        others ->
            gate.pass(
                others,
                () ->
                    known(
                        definition.name(),
                        FunctionInstance.start(launch, logFile, limits, clock))));
  }

  @Override
  public InvocationResult invoke(String function, byte[] payload) {
    var reference = FunctionReference.of(function);
    Optional<FunctionPool> pool =
        Optional.ofNullable(functions.get(reference.name()))
            .flatMap(it -> it.pool(reference.qualifier()));
    if (pool.isEmpty()) {
      return new InvocationResult.NoSuchFunction();
    }
    Instant began = clock.instant();
    try {
      InvocationResult result = pool.get().invoke(payload);
      Duration took = Duration.between(began, clock.instant());
      listeners.forEach(listener -> listener.invoked(reference.name(), result, took));
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new InvocationResult.Throttled();
    }
  }

  /** How a function was deployed last; empty when there is none of this name. */
  public Optional<FunctionDefinition> definition(String functionName) {
    return Optional.ofNullable(functions.get(functionName)).map(FunctionVersions::definition);
  }

  /** Has {@code listener} told of each invocation to come. */
  public void onInvocation(InvocationListener listener) {
    listeners.add(listener);
  }

  /**
   * Ends all instances of a function at once, those at work too: their invocations fail, and the
   * next ones start others.
   *
   * @return how many there were
   */
  public int crash(String functionName) {
    List<FunctionInstance> instances = List.copyOf(instances(functionName));
    instances.forEach(FunctionInstance::crash);
    return instances.size();
  }

  /** What the functions are doing, by name; several times for one with several versions in use. */
  public List<FunctionStatus> status() {
    return functions.values().stream()
        .flatMap(it -> it.all().stream())
        .map(FunctionPool::status)
        .sorted(Comparator.comparing(FunctionStatus::name))
        .toList();
  }

  /** Takes what all instances of a function write; it is there once the first one started. */
  public Path logFile(String functionName) {
    return logDirectory.resolve(functionName + ".log");
  }

  /** Stops all instances: SIGTERM, then SIGKILL for those that do not listen. */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      return;
    }
  }

  private Start known(String functionName, Start start) {
    if (start instanceof Start.Ready(FunctionInstance instance)) {
      instances(functionName).add(instance);
      instance.onExit(() -> instances(functionName).remove(instance));
    }
    return start;
  }

  private Set<FunctionInstance> instances(String functionName) {
    return running.computeIfAbsent(functionName, _ -> ConcurrentHashMap.newKeySet());
  }

  private void stopAll() {
    functions.values().forEach(it -> it.all().forEach(FunctionPool::stop));
  }

  private void createLogDirectory() {
    try {
      Files.createDirectories(logDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
