package com.globalbooking.local;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.aws.DynamoDbService;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings local Regions up: the parts that all Regions share, then each Region's engines, then the
 * parts that its stack is deployed on.
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
  final AccessControl access = new AccessControl();
  final Network network = new Network();
  final Outages outages = new Outages();
  final TokenIssuer issuer;
  final PmsSystems pms;
  final Tables tables;
  final AccountRouting routing;
  final AccessKeys.AccessKey operator;
  final URI aws;
  final List<RegionContext> contexts;

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
    var _ = Parallel.all(starts);
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
    contexts = options.regions().stream().map(it -> context(it, keys, roles)).toList();
  }

  /**
   * Lets guests and tools in, and begins to watch and to check. What stacks declare may be there
   * already or come later.
   */
  GlobalEndpoint open() throws IOException {
    GlobalEndpoint global =
        parts.keep(
            RoutingStart.endpoint(options.globalPort(), routing, options.regions().getFirst()));
    GuestTunnel tunnel = parts.keep(GuestTunnel.start(global, certificates.serverContext()));
    var _ =
        parts.keep(
            OperatorAccess.write(
                options.workDirectory(), operator, aws, tunnel.uri(), certificates));
    contexts.forEach(context -> OperationsStart.begin(context.operations()));
    routing.begin();
    return global;
  }

  /** What the program is told, whoever runs it. */
  StackConfiguration configuration() {
    return new StackConfiguration(
        options.regions(), issuer.issuer(), options.nativeFunctions(), pms.connections());
  }

  DynamoDbEngine engineOf(RegionName region) {
    return required(engines, region);
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
}
