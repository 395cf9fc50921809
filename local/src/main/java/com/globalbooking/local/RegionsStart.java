package com.globalbooking.local;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.aws.DynamoDbService;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.LambdaService;
import com.globalbooking.local.functions.Limits;
import com.globalbooking.local.functions.StartGate;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.identity.TokenIssuer;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.EventsService;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.messaging.SnsService;
import com.globalbooking.local.messaging.SqsService;
import com.globalbooking.local.metrics.CloudWatchService;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.pms.PmsSimulator;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.resources.AwsResources;
import com.globalbooking.local.resources.Operations;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.resources.Roles;
import com.globalbooking.local.resources.StoredObjects;
import com.globalbooking.local.resources.Stores;
import com.globalbooking.local.resources.Tables;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.routing.GlobalEndpoint;
import com.globalbooking.local.routing.GuestTunnel;
import com.globalbooking.local.routing.Route53Service;
import com.globalbooking.local.secrets.SecretsService;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.workflow.StatesService;
import java.io.IOException;
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
  private final LocalRegions.Options options;
  private final StartedParts parts;
  private final Clock clock = Clock.systemUTC();
  private final StartGate startGate = StartGate.ofThisMachine();
  private final Map<RegionName, DynamoDbEngine> engines = new ConcurrentHashMap<>();
  private final Map<RegionName, FunctionHost> hosts = new ConcurrentHashMap<>();
  private final Map<RegionName, Operations> operations = new ConcurrentHashMap<>();
  private final Map<RegionName, RegionMessaging> messaging = new ConcurrentHashMap<>();
  private final Map<RegionName, Stores> stores;
  private final Certificates certificates;
  private final Map<String, Fields> stackOutputs = new ConcurrentHashMap<>();
  final AccessControl access = new AccessControl();
  final Network network = new Network();
  final Outages outages = new Outages();
  final TokenIssuer issuer;
  final PmsSystems pms;
  final Tables tables;
  final AccountRouting routing;
  final AccessKeys.AccessKey operator;
  final URI aws;
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
    pms = parts.keep(PmsSystems.start(clock, PmsSimulator.Delays.DEFAULT));
    options.progress().accept("Starting DynamoDB, Redis and MariaDB in " + names());
    var storesStart = new StoresStart(options.root(), options.workDirectory(), clock, parts);
    List<Callable<?>> starts = new ArrayList<>();
    options.regions().forEach(it -> starts.add(engine(it)));
    options.regions().forEach(it -> starts.addAll(storesStart.of(it, directory(it))));
    inParallel(starts);
    stores = storesStart.started();
    certificates = storesStart.certificates();
    tables = parts.keep(new Tables(engines, network));
    routing =
        parts.keep(RoutingStart.routing(options.regions(), network, outages, operations::get));
    var keys = new AccessKeys(new SecureRandom());
    operator = OperatorAccess.grant(keys, access);
    AwsEndpoint endpoint =
        parts.keep(
            AwsEndpoint.start(
                keys,
                access,
                network,
                List.of(
                    new DynamoDbService(
                        it -> Optional.ofNullable(engines.get(it)).map(DynamoDbEngine::endpoint),
                        tables::hashKey),
                    new LambdaService(it -> Optional.ofNullable(hosts.get(it))),
                    new StatesService(
                        it ->
                            Optional.ofNullable(operations.get(it)).map(Operations::stateMachines)),
                    new SqsService(it -> messaging(it).map(here -> here.queues().endpoint())),
                    new SnsService(it -> messaging(it).map(RegionMessaging::topics)),
                    new EventsService(it -> messaging(it).map(RegionMessaging::buses), clock),
                    new SecretsService(
                        it -> Optional.ofNullable(stores.get(it)).map(Stores::secrets), clock),
                    new CloudWatchService(
                        it -> Optional.ofNullable(operations.get(it)).map(Operations::described)),
                    new Route53Service(routing.checks(), clock)),
                outages));
    aws = endpoint.uri();
    var roles = new Roles(access);
    regions = deploy(options.regions().stream().map(it -> context(it, keys, roles)).toList());
    global =
        parts.keep(
            RoutingStart.endpoint(options.globalPort(), routing, options.regions().getFirst()));
    GuestTunnel tunnel = parts.keep(GuestTunnel.start(global, certificates.serverContext()));
    var _ =
        parts.keep(
            OperatorAccess.write(
                options.workDirectory(), operator, aws, tunnel.uri(), certificates));
    regions.values().forEach(OperationsStart::begin);
    routing.begin();
  }

  private Callable<DynamoDbEngine> engine(RegionName region) {
    return () -> {
      DynamoDbEngine engine =
          parts.keep(
              DynamoDbEngine.startDurable(
                  region,
                  options.root().resolve("local/dynamodb-local/target/lib"),
                  directory(region).resolve("dynamodb"),
                  directory(region).resolve("dynamodb.log")));
      engines.put(region, engine);
      return engine;
    };
  }

  private RegionContext context(RegionName region, AccessKeys keys, Roles roles) {
    FunctionHost host =
        parts.keep(
            new FunctionHost(
                region,
                directory(region),
                aws,
                keys,
                Limits.ofThisMachine(),
                startGate,
                certificates.systemProperties()));
    hosts.put(region, host);
    HttpApis apis = parts.keep(new HttpApis(host, directory(region).resolve("logs"), clock));
    RegionMessaging here =
        parts.keep(RegionMessaging.start(region, RegionContext.ACCOUNT, aws, outages, clock));
    messaging.put(region, here);
    // Kept last, so that it is closed before all that it reads from and calls.
    EventSourceMappings sources =
        parts.keep(
            new EventSourceMappings(
                region,
                RegionContext.ACCOUNT,
                host,
                () -> Optional.ofNullable(engines.get(region)),
                here.queues(),
                access,
                outages,
                clock,
                Backoff.LOCAL));
    Operations running =
        new OperationsStart(region, access, clock, parts)
            .start(host, apis, here, sources, tables, directory(region).resolve("logs"));
    operations.put(region, running);
    return new RegionContext(
        region,
        options.root(),
        tables,
        roles,
        new StoredObjects(),
        host,
        apis,
        here,
        sources,
        required(stores, region),
        host,
        running,
        routing);
  }

  private Optional<RegionMessaging> messaging(RegionName region) {
    return Optional.ofNullable(messaging.get(region));
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
        new StackConfiguration(
            options.regions(), issuer.issuer(), options.nativeFunctions(), pms.connections());
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
    var deployed =
        new LocalRegion(
            region,
            required(engines, region),
            context.functions(),
            context.messaging(),
            context.sources(),
            result,
            context.stores(),
            context.operations(),
            RoutingStart.apiEndpoint(routing, region, result));
    deployed.putPmsKeys(pms.keysAsJson());
    return deployed;
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
  private static <T> List<T> inParallel(List<? extends Callable<? extends T>> tasks)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      List<Callable<T>> callables = new ArrayList<>();
      tasks.forEach(task -> callables.add(task::call));
      for (Future<T> future : threads.invokeAll(callables)) {
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
