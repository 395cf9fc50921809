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
  private final Map<String, FunctionPool> pools = new ConcurrentHashMap<>();

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
   * Deploys or replaces a function; its first instance starts with its first invocation.
   *
   * @throws UncheckedIOException when the package cannot be read
   */
  public void deploy(FunctionDefinition definition) {
    if (!definition.region().equals(region)) {
      throw new IllegalArgumentException(
          "%s is a function of %s, not of %s"
              .formatted(definition.name(), definition.region(), region));
    }
    AccessKey key = keys.keyOf(new Caller(region, definition.name(), definition.roleArn()));
    Path taskRoot = packages.unpacked(definition.packageZip());
    var launch = new Launch(definition, taskRoot, awsEndpoint, key, systemProperties);
    Path logFile = logFile(definition.name());
    createLogDirectory();
    var pool =
        new FunctionPool(
            definition,
            limits,
            others ->
                gate.pass(
                    others,
                    () ->
                        known(
                            definition.name(),
                            FunctionInstance.start(launch, logFile, limits, clock))));
    FunctionPool previous = pools.put(definition.name(), pool);
    if (previous != null) {
      previous.retire();
    }
  }

  @Override
  public InvocationResult invoke(String functionName, byte[] payload) {
    FunctionPool pool = pools.get(functionName);
    if (pool == null) {
      return new InvocationResult.NoSuchFunction();
    }
    Instant began = clock.instant();
    try {
      InvocationResult result = pool.invoke(payload);
      Duration took = Duration.between(began, clock.instant());
      listeners.forEach(listener -> listener.invoked(functionName, result, took));
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new InvocationResult.Throttled();
    }
  }

  /** How a function was deployed; empty when there is none of this name. */
  public Optional<FunctionDefinition> definition(String functionName) {
    return Optional.ofNullable(pools.get(functionName)).map(FunctionPool::definition);
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

  /** What the functions are doing, by name. */
  public List<FunctionStatus> status() {
    return pools.values().stream()
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
    pools.values().forEach(FunctionPool::stop);
  }

  private void createLogDirectory() {
    try {
      Files.createDirectories(logDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
