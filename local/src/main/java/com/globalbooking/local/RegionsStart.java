package com.globalbooking.local;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.aws.DynamoDbService;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.LambdaService;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.identity.TokenIssuer;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.resources.AwsResources;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.resources.Roles;
import com.globalbooking.local.resources.StoredObjects;
import com.globalbooking.local.resources.Tables;
import com.globalbooking.local.routing.GlobalEndpoint;
import com.globalbooking.local.routing.HealthCheck;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.schedules.Schedules;
import com.globalbooking.local.workflow.RealTime;
import com.globalbooking.local.workflow.StateMachines;
import com.globalbooking.local.workflow.StatesService;
import com.globalbooking.local.workflow.TaskResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings local Regions up: the parts that all Regions share, then each Region's engines, then the
 * stacks, the primary one first because the others refer to it.
 */
final class RegionsStart {
  private static final int FIRST_PORT = 8080;
  private static final int LAST_PORT = 8179;

  private final LocalRegions.Options options;
  private final StartedParts parts;
  private final Clock clock = Clock.systemUTC();
  private final Map<RegionName, DynamoDbEngine> engines = new ConcurrentHashMap<>();
  private final Map<RegionName, FunctionHost> hosts = new ConcurrentHashMap<>();
  private final Map<RegionName, StateMachines> workflows = new ConcurrentHashMap<>();
  private final Map<String, Fields> stackOutputs = new ConcurrentHashMap<>();
  final AccessControl access = new AccessControl();
  final Network network = new Network();
  final TokenIssuer issuer;
  final Tables tables;
  final Map<RegionName, LocalRegion> regions;
  final GlobalEndpoint global;

  /**
   * @param parts takes every part as soon as it is started, also when a later one fails
   */
  RegionsStart(LocalRegions.Options options, StartedParts parts)
      throws IOException, InterruptedException {
    this.options = options;
    this.parts = parts;
    issuer = parts.keep(TokenIssuer.start(0, clock));
    options.progress().accept("Starting DynamoDB in " + names());
    inParallel(options.regions().stream().<Callable<DynamoDbEngine>>map(this::engine).toList());
    tables = parts.keep(new Tables(engines, network));
    var keys = new AccessKeys(new SecureRandom());
    AwsEndpoint aws =
        parts.keep(
            AwsEndpoint.start(
                keys,
                access,
                network,
                List.of(
                    new DynamoDbService(
                        it -> Optional.ofNullable(engines.get(it)).map(DynamoDbEngine::endpoint)),
                    new LambdaService(it -> Optional.ofNullable(hosts.get(it))),
                    new StatesService(it -> Optional.ofNullable(workflows.get(it))))));
    var roles = new Roles(access);
    regions =
        deploy(options.regions().stream().map(it -> context(it, aws.uri(), keys, roles)).toList());
    global = parts.keep(globalEndpoint());
    regions.values().forEach(region -> region.monitoring().begin());
    regions.values().forEach(region -> region.schedules().begin());
  }

  private Callable<DynamoDbEngine> engine(RegionName region) {
    return () -> {
      DynamoDbEngine engine =
          parts.keep(
              DynamoDbEngine.start(
                  region,
                  options.root().resolve("local/dynamodb-local/target/lib"),
                  directory(region).resolve("dynamodb.log")));
      engines.put(region, engine);
      return engine;
    };
  }

  private RegionContext context(RegionName region, URI aws, AccessKeys keys, Roles roles) {
    FunctionHost host =
        parts.keep(
            new FunctionHost(
                region,
                directory(region),
                options.root().resolve("local/java-runtime/target/lib"),
                aws,
                keys));
    hosts.put(region, host);
    HttpApis apis = parts.keep(new HttpApis(host, directory(region).resolve("logs"), clock));
    var machines =
        parts.keep(
            new StateMachines(
                new TaskResources(region + ":" + RegionContext.ACCOUNT, host, Map.of()),
                access,
                new RealTime(clock)));
    workflows.put(region, machines);
    Schedules schedules = parts.keep(new Schedules(clock, access));
    var monitoring =
        parts.keep(
            new Monitoring(
                clock,
                directory(region).resolve("logs"),
                (alarm, topic, subject, message) -> options.progress().accept(subject)));
    RegionMetrics.connect(monitoring, region, host, apis, machines, tables);
    return new RegionContext(
        region,
        options.root(),
        tables,
        roles,
        new StoredObjects(),
        host,
        apis,
        machines,
        schedules,
        monitoring);
  }

  private Map<RegionName, LocalRegion> deploy(List<RegionContext> contexts)
      throws IOException, InterruptedException {
    List<LocalRegion> deployed = new ArrayList<>();
    deployed.add(deploy(contexts.getFirst()));
    deployed.addAll(
        inParallel(
            contexts.stream().skip(1).<Callable<LocalRegion>>map(it -> () -> deploy(it)).toList()));
    Map<RegionName, LocalRegion> byName = new LinkedHashMap<>();
    deployed.forEach(it -> byName.put(it.name(), it));
    return byName;
  }

  private LocalRegion deploy(RegionContext context) throws InterruptedException {
    RegionName region = context.region();
    options.progress().accept("Deploying the stack of " + region);
    var configuration =
        new StackConfiguration(options.regions(), issuer.issuer(), options.nativeBookingHandler());
    var stack = new BookingStack(options.root(), region, configuration.values());
    RunResult result =
        stack.deploy(
            AwsResources.in(context, name -> Optional.ofNullable(stackOutputs.get(name))),
            directory(region).resolve("program.log"));
    stackOutputs.put(stack.qualifiedName(), result.outputs());
    result
        .unknown()
        .forEach(
            it ->
                options
                    .progress()
                    .accept("%s: no local counterpart for %s".formatted(region, it.type())));
    return new LocalRegion(
        region,
        required(engines, region),
        context.functions(),
        result,
        context.stateMachines(),
        context.schedules(),
        context.monitoring());
  }

  private GlobalEndpoint globalEndpoint() {
    var endpoints = new LinkedHashMap<RegionName, URI>();
    regions.forEach((name, region) -> endpoints.put(name, region.apiEndpoint()));
    if (options.globalPort() != 0) {
      return GlobalEndpoint.start(options.globalPort(), endpoints, HealthCheck.DEFAULT);
    }
    int port = FIRST_PORT;
    while (true) {
      try {
        return GlobalEndpoint.start(port, endpoints, HealthCheck.DEFAULT);
      } catch (UncheckedIOException taken) {
        if (port == LAST_PORT) {
          throw taken;
        }
        port++;
      }
    }
  }

  private Path directory(RegionName region) {
    return options.workDirectory().resolve(region.value());
  }

  private String names() {
    return String.join(", ", options.regions().stream().map(RegionName::value).toList());
  }

  private static <K, V> V required(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("nothing was started for " + key);
    }
    return value;
  }

  /** Waits for all, also when one fails: what they started must be known before it is closed. */
  private static <T> List<T> inParallel(List<Callable<T>> tasks)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
