package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.ProviderFunctions;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.ResourceProvider;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.metrics.DocumentedMetrics;
import com.globalbooking.local.metrics.LogFilters;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.schedules.Schedules;
import com.globalbooking.local.secrets.Secrets;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.workflow.RealTime;
import com.globalbooking.local.workflow.StateMachines;
import com.globalbooking.local.workflow.TaskResources;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A Region to make resources in, without the Pulumi program. */
final class RegionFixture implements AutoCloseable {
  static final RegionName OREGON = new RegionName("us-west-2");
  static final RegionName IRELAND = new RegionName("eu-west-1");
  static final String DOMAIN = "booking.test";
  static final String ZONE_ID = "Z0LOCALBOOKINGTEST";

  FunctionInvoker invoked = (name, payload) -> new InvocationResult.NoSuchFunction();
  final AccessControl access = new AccessControl();
  final Outages outages = new Outages();
  final AccountRouting routing;
  final RegionContext context;
  private final ResourceProvider provider;
  final Secrets secrets = new Secrets("us-west-2", RegionContext.ACCOUNT, Clock.systemUTC());

  RegionFixture(Path root, Map<RegionName, DynamoDbEngine> engines) {
    this(
        root,
        engines,
        () -> {
          throw new IllegalStateException("there is no cache");
        },
        () -> {
          throw new IllegalStateException("there is no database");
        });
  }

  RegionFixture(
      Path root,
      Map<RegionName, DynamoDbEngine> engines,
      Supplier<RedisCluster> cache,
      Supplier<MariaDbEngine> database) {
    routing =
        new AccountRouting(
            new AccountRouting.Surroundings(
                Map.of(ZONE_ID, DOMAIN),
                (guest, region) -> guest.equals(region) ? 0 : 1,
                (region, alarm) -> context().operations().monitoring().alarms().copy(alarm),
                region -> true,
                OREGON,
                1));
    var host =
        new FunctionHost(
            OREGON,
            root.resolve("work"),
            URI.create("http://127.0.0.1:1"),
            new AccessKeys(new Random(1)));
    var messaging =
        RegionMessaging.start(
            OREGON,
            RegionContext.ACCOUNT,
            URI.create("http://127.0.0.1:1"),
            outages,
            Clock.systemUTC());
    context =
        new RegionContext(
            OREGON,
            root,
            new Tables(engines, new Network()),
            new Roles(access),
            new StoredObjects(),
            host,
            new HttpApis(host, root, Clock.systemUTC()),
            messaging,
            new EventSourceMappings(
                OREGON,
                RegionContext.ACCOUNT,
                host,
                () -> Optional.ofNullable(engines.get(OREGON)),
                messaging.queues(),
                access,
                outages,
                Clock.systemUTC(),
                Backoff.LOCAL),
            new Stores(cache, database, secrets, new Parameters()),
            (name, payload) -> invoked.invoke(name, payload),
            new Operations(
                new StateMachines(
                    new TaskResources(
                        OREGON + ":" + RegionContext.ACCOUNT,
                        host,
                        Map.of(TaskResources.SNS_PUBLISH, parameters -> parameters)),
                    access,
                    new RealTime(Clock.systemUTC())),
                new Schedules(Clock.systemUTC(), access),
                new Monitoring(
                    Clock.systemUTC(), root.resolve("logs"), (alarm, topic, subject, text) -> {}),
                new DocumentedMetrics(),
                new LogFilters()),
            routing);
    provider = AwsResources.in(context, stack -> Optional.empty());
  }

  private RegionContext context() {
    return context;
  }

  ResourceHandler.Created create(String type, String name, Map<String, ?> inputs)
      throws InterruptedException {
    return handler(type).create(resource(type, name, inputs));
  }

  ResourceHandler handler(String type) {
    return Objects.requireNonNull(provider.handlers().get(type), type);
  }

  static Resource resource(String type, String name, Map<String, ?> inputs) {
    String urn = "urn:pulumi:local-us-west-2::global-booking::%s::%s".formatted(type, name);
    return new Resource(type, name, urn, new Inputs(PropertyValue.fields(inputs)));
  }

  ProviderFunctions functions() {
    return provider.functions();
  }

  @Override
  public void close() {
    routing.close();
    context.operations().schedules().close();
    context.operations().stateMachines().close();
    context.sources().close();
    context.messaging().close();
    context.apis().close();
    context.functions().close();
    context.tables().close();
  }
}
