package com.globalbooking.local;

import com.globalbooking.contract.Function;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.replication.LinkLag;
import com.globalbooking.local.replication.Replicator;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.routing.GlobalEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The platform in several Regions on one machine: the project's own Pulumi program and function
 * packages on real engines. Everything listens on loopback and ends with {@link #close}.
 */
public final class LocalRegions implements AutoCloseable {

  /**
   * What to start.
   *
   * @param root the repository root, with everything that {@code scripts/build} makes
   * @param workDirectory takes unpacked packages and all logs, a folder per Region
   * @param regions at least one, each once, the primary Region first
   * @param globalPort port of the global endpoint; 0 for the first free one from 8080
   * @param nativeFunctions those to run as native executables; the others run as JVM packages
   * @param progress takes a line for each step
   */
  public record Options(
      Path root,
      Path workDirectory,
      List<RegionName> regions,
      int globalPort,
      Set<Function> nativeFunctions,
      Consumer<String> progress) {
    public Options {
      root = root.toAbsolutePath().normalize();
      workDirectory = workDirectory.toAbsolutePath().normalize();
      regions = List.copyOf(regions);
      nativeFunctions = Set.copyOf(nativeFunctions);
      if (regions.isEmpty() || new HashSet<>(regions).size() != regions.size()) {
        throw new IllegalArgumentException("Regions must be at least one, each once: " + regions);
      }
    }
  }

  private final StartedParts parts;
  private final RegionsStart started;
  private final Map<RegionName, LocalRegion> regions;
  private final GlobalEndpoint global;

  private LocalRegions(Options options, StartedParts parts)
      throws IOException, InterruptedException {
    this.parts = parts;
    this.started = new RegionsStart(options, parts);
    this.regions = new StackDeployments(options, started).all();
    this.global = started.open();
  }

  /**
   * Starts the Regions and returns when all stacks are deployed and the global endpoint is open.
   * When something fails, everything that was started is closed again.
   *
   * @throws com.globalbooking.local.engine.ProgramFailedException when the program fails
   * @throws UncheckedIOException when a part does not start
   * @throws IllegalStateException when something has not been built, or the thread is interrupted
   */
  public static LocalRegions start(Options options) {
    return StartedParts.startOrClose(parts -> new LocalRegions(options, parts));
  }

  /** The Regions, the primary one first. */
  public List<RegionName> regions() {
    return List.copyOf(regions.keySet());
  }

  /**
   * One Region.
   *
   * @throws IllegalArgumentException when it is not among {@link #regions}
   */
  public LocalRegion region(RegionName name) {
    LocalRegion region = regions.get(name);
    if (region == null) {
      throw new IllegalArgumentException(
          "There is no Region %s here; there are %s.".formatted(name, regions()));
    }
    return region;
  }

  /** The outputs of a Region's stack, ready for JSON. */
  public Map<String, @Nullable Object> outputs(RegionName region) {
    return region(region).outputs();
  }

  /** Base URL of a Region's API. */
  public URI apiEndpoint(RegionName region) {
    return region(region).apiEndpoint();
  }

  /** Base URL of the API wherever it is nearest and healthy. */
  public URI globalEndpoint() {
    return global.uri();
  }

  /** The way of guests into the Regions, with the health of the Regions. */
  public GlobalEndpoint global() {
    return global;
  }

  /** Names, records and health checks that the stacks declare. */
  public AccountRouting routing() {
    return started.routing;
  }

  /** Endpoint of all AWS services, for people and their tools. */
  public URI awsEndpoint() {
    return started.aws;
  }

  /** Credentials of people, who may do everything that local Regions serve. */
  public AccessKey operatorKey() {
    return started.operator;
  }

  /** The links between the Regions, to be delayed and cut. */
  public Network network() {
    return started.network;
  }

  /** Services of Regions, to be made unavailable. */
  public Outages outages() {
    return started.outages;
  }

  /** What roles may do and what functions did. */
  public AccessControl accessControl() {
    return started.access;
  }

  /**
   * A token that the API takes.
   *
   * @param scope scopes, separated by spaces
   * @param validity from now; negative for one that has expired
   */
  public String token(String subject, String scope, Duration validity) {
    return started.issuer.token(subject, scope, StackConfiguration.AUDIENCE, validity);
  }

  /** Where a function logs to in each Region: Region to path, ready for JSON. */
  public Map<String, String> logFiles(String function) {
    Map<String, String> files = new LinkedHashMap<>();
    regions.forEach((name, region) -> files.put(name.value(), region.logFile(function).toString()));
    return files;
  }

  /** The PMS of this machine, which all Regions' hotels have. */
  public PmsSystems pms() {
    return started.pms;
  }

  /**
   * Tells every Region which PMS a property has.
   *
   * @throws IllegalArgumentException when there is no such PMS
   */
  public void connect(String propertyId, String pms) {
    String name = pms().named(pms).name();
    regions.values().forEach(region -> region.connect(propertyId, name));
  }

  /** How far the replicas are behind, by table. */
  public Map<String, List<LinkLag>> lag() {
    Map<String, List<LinkLag>> lag = new TreeMap<>();
    started.tables.replicators().forEach((table, replicator) -> lag.put(table, replicator.lag()));
    return lag;
  }

  /**
   * Waits until everything written before this call has arrived in every Region.
   *
   * @return false when it has not within the limit
   */
  public boolean awaitReplicated(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Replicator replicator : started.tables.replicators().values()) {
      if (!replicator.awaitQuiet(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }

  /** Stops everything, in reverse order of its start; no process stays behind. */
  @Override
  public void close() {
    parts.close();
  }
}
