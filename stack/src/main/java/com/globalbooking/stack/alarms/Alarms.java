package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.cloudwatch.CompositeAlarm;
import com.pulumi.aws.cloudwatch.CompositeAlarmArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every alarm of a Region, and the one that says whether guests can book in it. */
public final class Alarms extends ComponentResource {

  /**
   * @param topicArn the topic that pages the on-call
   * @param reservedConcurrency executions reserved for functions
   * @param otherRegions that hold replicas of the global tables
   * @param eventTopicName the topic of events
   * @param cacheNodeIds ids of the cache's nodes
   * @param databaseClusterId name of the audit database
   * @param databaseInstanceIds names of its instances
   */
  public record Args(
      Names names,
      Output<String> topicArn,
      Map<Function, FunctionHandle> functions,
      Map<Function, Integer> reservedConcurrency,
      FunctionTables tables,
      FunctionMessaging messaging,
      List<Region> otherRegions,
      Output<String> apiId,
      Output<String> stateMachineArn,
      Output<String> eventTopicName,
      List<Output<String>> cacheNodeIds,
      Output<String> databaseClusterId,
      List<Output<String>> databaseInstanceIds) {
    public Args {
      functions = Map.copyOf(functions);
      reservedConcurrency = Map.copyOf(reservedConcurrency);
      otherRegions = List.copyOf(otherRegions);
      cacheNodeIds = List.copyOf(cacheNodeIds);
      databaseInstanceIds = List.copyOf(databaseInstanceIds);
    }
  }

  private static final String TYPE = "global-booking:alarms:Alarms";

  /**
   * Those that say that guests cannot book here. None about another Region or a hotel's system: no
   * other Region could do better. None that counts refusals for too many requests either.
   */
  private static final List<String> CANNOT_BOOK = List.of("api-down", "inventory-system-errors");

  /** What the Region says of itself, for a health check of Route 53. */
  public final RegionSignal regionSignal;

  /** Name of the alarm that says whether guests can book here. */
  public final Output<String> regionAlarmName;

  /** ARN of that alarm. */
  final Output<String> regionAlarmArn;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;
  private final Map<String, MetricAlarm> registered = new LinkedHashMap<>();

  /** Registers the alarms. */
  public Alarms(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    var business = new BusinessAlarms(args.names());
    Alarm regionHealthy = business.regionHealthy();
    all(business).forEach(this::register);
    register(regionHealthy);

    CompositeAlarm guestsCannotBook = guestsCannotBook();
    regionAlarmName = guestsCannotBook.alarmName();
    regionAlarmArn = guestsCannotBook.arn();
    regionSignal = RegionSignal.of(regionHealthy, of(regionHealthy.id()).name());
    registerOutputs(Map.of("regionAlarmName", regionAlarmName));
  }

  /** ARNs of all alarms but the one of the Region. */
  List<Output<String>> arns() {
    return registered.values().stream().map(MetricAlarm::arn).toList();
  }

  private Stream<Alarm> all(BusinessAlarms business) {
    return Stream.of(
            ApiAlarms.of(args.names(), args.apiId()),
            WorkAlarms.ofFunctions(
                args.functions(),
                args.tables().byStreamReader().keySet(),
                args.reservedConcurrency()),
            WorkAlarms.ofQueues(args.messaging().sources()),
            WorkAlarms.ofDeadLetters(args.messaging().allDeadLetters()),
            WorkAlarms.ofStateMachine(args.stateMachineArn()),
            business.all(args.otherRegions()),
            TableAlarms.of(args.tables(), args.otherRegions()),
            StoreAlarms.ofTopic(args.eventTopicName()),
            StoreAlarms.ofCache(args.cacheNodeIds()),
            StoreAlarms.ofDatabase(args.databaseClusterId(), args.databaseInstanceIds()))
        .flatMap(List::stream);
  }

  private void register(Alarm alarm) {
    String physicalName = args.names().of(alarm.id());
    var registration = new AlarmRegistration(args.names(), args.topicArn());
    registered.put(
        alarm.id(),
        new MetricAlarm(name + "-" + alarm.id(), registration.of(physicalName, alarm), child));
  }

  private CompositeAlarm guestsCannotBook() {
    List<Resource> parts = new ArrayList<>();
    CANNOT_BOOK.forEach(id -> parts.add(of(id)));
    String physicalName = args.names().regionAlarm();
    return new CompositeAlarm(
        name + "-guests-cannot-book",
        CompositeAlarmArgs.builder()
            .alarmName(physicalName)
            .alarmDescription(
                "Guests cannot book in this Region. Runbook: docs/runbooks.md#guests-cannot-book")
            .alarmRule(
                CANNOT_BOOK.stream()
                    .map(id -> "ALARM(\"%s\")".formatted(args.names().of(id)))
                    .collect(Collectors.joining(" OR ")))
            .alarmActions(args.topicArn().applyValue(List::of))
            .okActions(args.topicArn().applyValue(List::of))
            .tags(args.names().tags(physicalName))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(parts).build());
  }

  private MetricAlarm of(String id) {
    return Objects.requireNonNull(registered.get(id), id);
  }
}
