package com.globalbooking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.ProgramFailedException;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Text;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.engine.Treatment;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.resources.AwsResources;
import com.globalbooking.local.resources.Operations;
import com.globalbooking.local.resources.Parameters;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.resources.Roles;
import com.globalbooking.local.resources.StoredObjects;
import com.globalbooking.local.resources.Stores;
import com.globalbooking.local.resources.Tables;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.schedules.ScheduleStatus;
import com.globalbooking.local.secrets.Secrets;
import com.globalbooking.local.sources.EventSourceMappings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The project's own program against the engine, with packages that are never started. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BookingStackIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final Map<String, PmsSystems.Connection> PMS =
      Map.of("alpine", new PmsSystems.Connection("json", "http://127.0.0.1:1"));
  private static final URI ISSUER = URI.create("http://127.0.0.1:1/");

  private final StartedParts parts = new StartedParts();
  private final AccessControl access = new AccessControl();
  private final Roles roles = new Roles(access);
  private final Map<String, Fields> stacks = new HashMap<>();
  private final Map<RegionName, Operations> operations = new HashMap<>();
  private final AccountRouting routing =
      parts.keep(
          RoutingStart.routing(
              List.of(OREGON, IRELAND), new Network(), new Outages(), operations::get));
  private @TempDir Path directory;

  @AfterEach
  void stop() {
    parts.close();
  }

  @Test
  void thePrimaryStackPreviewsWithUnknownOutputs() throws Exception {
    RunResult preview =
        stack(OREGON).preview(AwsResources.in(engineless(OREGON), this::outputs), log());

    assertThat(preview.outputs().values())
        .containsEntry(StackOutput.ROLE, new Text("primary"))
        .containsEntry(StackOutput.API_ENDPOINT, new Unknown())
        .containsEntry(StackOutput.INVENTORY_STREAM_ARN, new Unknown())
        .containsEntry(
            StackOutput.INVENTORY_TABLE_NAME, new Text("global-booking-local-inventory"));
    assertThat(preview.unknown()).isEmpty();
  }

  @Test
  void aReplicaStackPreviewsBeforeThePrimaryOneIsThere() throws Exception {
    RunResult preview =
        stack(IRELAND).preview(AwsResources.in(engineless(IRELAND), this::outputs), log());

    assertThat(preview.outputs().values())
        .containsEntry(StackOutput.ROLE, new Text("replica"))
        .containsEntry(StackOutput.INVENTORY_STREAM_ARN, new Unknown());
    assertThat(preview.unknown()).isEmpty();
  }

  @Test
  void aReplicaStackDoesNotDeployBeforeThePrimaryOne() throws Exception {
    BookingStack stack = stack(IRELAND);
    Map<RegionName, DynamoDbEngine> engines =
        Map.of(OREGON, engine(OREGON), IRELAND, engine(IRELAND));
    Tables tables = parts.keep(new Tables(engines, new Network()));
    var provider = AwsResources.in(context(IRELAND, engines, tables), this::outputs);

    assertThatThrownBy(() -> stack.deploy(provider, log()))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("there is no table global-booking-local-inventory in us-west-2");
  }

  @Test
  void bothStacksDeployOnRealTables() throws Exception {
    DynamoDbEngine irelandEngine = engine(IRELAND);
    Map<RegionName, DynamoDbEngine> engines =
        Map.of(OREGON, engine(OREGON), IRELAND, irelandEngine);
    // As in the local Regions: what replicates the tables knows all of them.
    Tables tables = parts.keep(new Tables(engines, new Network()));
    RegionContext oregon = context(OREGON, engines, tables);
    RegionContext ireland = context(IRELAND, engines, tables);

    RunResult primary = deploy(oregon);
    RunResult replica = deploy(ireland);

    assertThat(primary.unknown()).isEmpty();
    assertThat(replica.unknown()).isEmpty();
    assertThat(new Inputs(primary.outputs()).string(StackOutput.INVENTORY_STREAM_ARN))
        .startsWith(
            "arn:aws:dynamodb:us-west-2:000000000000:table/global-booking-local-inventory/stream/");
    assertThat(new Inputs(replica.outputs()).string(StackOutput.INVENTORY_STREAM_ARN))
        .startsWith(
            "arn:aws:dynamodb:eu-west-1:000000000000:table/global-booking-local-inventory/stream/");
    assertThat(replica.outputs().plainMap()).containsEntry(StackOutput.REGION, "eu-west-1");
    assertThat(replica.resources())
        .filteredOn(it -> it.treatment() == Treatment.CREATED)
        .extracting(RecordedResource::id)
        .doesNotContain("");
    assertThat(irelandEngine.client().listTables().tableNames())
        .contains("global-booking-local-inventory", "global-booking-local-outbox");
    assertThat(ireland.functions().status())
        .extracting(FunctionStatus::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Function.values()).map(it -> "global-booking-local-" + it.id()).toList());
    assertThat(access.granted("arn:aws:iam::000000000000:role/" + bookingRole(IRELAND)))
        .contains("dynamodb:PutItem");
    assertThat(oregon.operations().stateMachines().machines()).hasSize(1);
    assertThat(oregon.operations().schedules().status())
        .extracting(ScheduleStatus::name)
        .containsExactlyInAnyOrder(
            "global-booking-local-heartbeat", "global-booking-local-reconciliation");
    assertThat(oregon.operations().monitoring().alarms().status()).isNotEmpty();
    assertThat(oregon.operations().monitoring().unreachableAlarms())
        .as("alarms that can never fire")
        .isEmpty();
    assertThat(ireland.operations().monitoring().unreachableAlarms())
        .as("alarms that can never fire")
        .isEmpty();
  }

  private static String bookingRole(RegionName region) {
    return "global-booking-local-booking-handler-" + region;
  }

  private RunResult deploy(RegionContext context) throws IOException, InterruptedException {
    BookingStack stack = stack(context.region());
    RunResult result = stack.deploy(AwsResources.in(context, this::outputs), log());
    stacks.put(stack.qualifiedName(), result.outputs());
    return result;
  }

  private Optional<Fields> outputs(String stack) {
    return Optional.ofNullable(stacks.get(stack));
  }

  private BookingStack stack(RegionName region) throws IOException {
    Map<String, String> configuration =
        new HashMap<>(
            new StackConfiguration(List.of(OREGON, IRELAND), ISSUER, Set.of(), PMS).values());
    configuration.put("packagesDirectory", PretendedFunctions.packages(directory).toString());
    return new BookingStack(ROOT, region, configuration);
  }

  private DynamoDbEngine engine(RegionName region) throws IOException, InterruptedException {
    return parts.keep(
        DynamoDbEngine.start(
            region,
            ROOT.resolve("local/dynamodb-local/target/lib"),
            directory.resolve(region + ".dynamodb.log")));
  }

  private RegionContext engineless(RegionName region) {
    return context(region, Map.of(), parts.keep(new Tables(Map.of(), new Network())));
  }

  private RegionContext context(
      RegionName region, Map<RegionName, DynamoDbEngine> engines, Tables tables) {
    FunctionHost host =
        parts.keep(
            new FunctionHost(
                region, directory.resolve(region.value()), ISSUER, new AccessKeys(new Random(1))));
    HttpApis apis = parts.keep(new HttpApis(host, directory, Clock.systemUTC()));
    var outages = new Outages();
    RegionMessaging messaging =
        parts.keep(
            RegionMessaging.start(
                region, RegionContext.ACCOUNT, ISSUER, outages, Clock.systemUTC()));
    EventSourceMappings sources =
        parts.keep(
            new EventSourceMappings(
                region,
                RegionContext.ACCOUNT,
                host,
                () -> Optional.ofNullable(engines.get(region)),
                messaging.queues(),
                access,
                outages,
                Clock.systemUTC(),
                Backoff.LOCAL));
    Operations running =
        new OperationsStart(region, access, Clock.systemUTC(), parts)
            .start(host, apis, messaging, sources, tables, directory.resolve(region.value()));
    operations.put(region, running);
    return new RegionContext(
        region,
        ROOT,
        tables,
        roles,
        new StoredObjects(),
        host,
        apis,
        messaging,
        sources,
        stores(region),
        // The packages are empty: what is to run while the stack is deployed cannot.
        (name, payload) ->
            new InvocationResult.Succeeded(PretendedFunctions.respond(name, payload)),
        running,
        routing);
  }

  private Stores stores(RegionName region) {
    Path engines = ROOT.resolve("local/engines/target");
    Path own = directory.resolve(region.value());
    return new Stores(
        once(() -> RedisCluster.start(engines.resolve("redis"), own, certificates(own))),
        once(() -> MariaDbEngine.start(engines.resolve("mariadb"), own, certificates(own))),
        new Secrets(region.value(), RegionContext.ACCOUNT, Clock.systemUTC()),
        new Parameters());
  }

  /** What is started when it is first asked for: a preview starts nothing. */
  private <T extends AutoCloseable> Supplier<T> once(Callable<T> start) {
    var started = new FutureTask<T>(() -> parts.keep(start.call()));
    return () -> {
      started.run();
      return started.resultNow();
    };
  }

  private static Certificates certificates(Path own) throws IOException, InterruptedException {
    return Certificates.make(own.resolve(UUID.randomUUID().toString()));
  }

  private Path log() {
    return directory.resolve("program.log");
  }
}
