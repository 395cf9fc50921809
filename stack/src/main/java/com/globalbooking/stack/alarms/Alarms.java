package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every alarm of a Region. */
public final class Alarms extends ComponentResource {

  /**
   * @param topicArn the topic by which people are told
   * @param otherRegions that hold replicas of the global tables
   * @param cacheNodeIds ids of the cache's nodes
   * @param databaseInstanceIds names of the audit database's instances
   */
  public record Args(
      Names names,
      Output<String> topicArn,
      Map<Function, FunctionHandle> functions,
      FunctionTables tables,
      FunctionMessaging messaging,
      List<Region> otherRegions,
      Output<String> apiId,
      Output<String> stateMachineArn,
      List<Output<String>> cacheNodeIds,
      List<Output<String>> databaseInstanceIds) {
    public Args {
      functions = Map.copyOf(functions);
      otherRegions = List.copyOf(otherRegions);
      cacheNodeIds = List.copyOf(cacheNodeIds);
      databaseInstanceIds = List.copyOf(databaseInstanceIds);
    }
  }

  private static final String TYPE = "global-booking:alarms:Alarms";

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers the alarms. */
  public Alarms(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    Stream.of(
            WorkAlarms.ofFunctions(args.functions(), args.tables().byStreamReader().keySet()),
            WorkAlarms.ofQueues(args.messaging().sources()),
            WorkAlarms.ofDeadLetters(args.messaging().allDeadLetters()),
            WorkAlarms.ofStateMachine(args.stateMachineArn()),
            new BusinessAlarms(args.names()).all(),
            StoreAlarms.ofApi(args.apiId()),
            StoreAlarms.ofReplicas(args.tables(), args.otherRegions()),
            StoreAlarms.ofCache(args.cacheNodeIds()),
            StoreAlarms.ofDatabase(args.databaseInstanceIds()))
        .flatMap(List::stream)
        .forEach(this::register);

    registerOutputs(Map.of());
  }

  private void register(Alarm alarm) {
    Output.MapBuilder<String> dimensions = Output.mapBuilder();
    alarm.source().dimensions().forEach(dimensions::put);
    String physicalName = args.names().of(alarm.id());
    MetricAlarmArgs.Builder builder =
        MetricAlarmArgs.builder()
            .name(physicalName)
            .alarmDescription(alarm.meaning())
            .namespace(alarm.source().namespace())
            .metricName(alarm.source().metric())
            .dimensions(dimensions.build())
            .period(alarm.periodSeconds())
            .evaluationPeriods(alarm.periods())
            .datapointsToAlarm(alarm.periods())
            .threshold(alarm.threshold())
            .comparisonOperator(alarm.onSilence() ? "LessThanThreshold" : "GreaterThanThreshold")
            // Counters of what is wrong are silent while all is well.
            .treatMissingData(alarm.onSilence() ? "breaching" : "notBreaching")
            .alarmActions(args.topicArn().applyValue(List::of))
            .okActions(args.topicArn().applyValue(List::of))
            .tags(args.names().tags(physicalName));
    if (alarm.source().isPercentile()) {
      builder.extendedStatistic(alarm.source().statistic());
    } else {
      builder.statistic(alarm.source().statistic());
    }
    new MetricAlarm(name + "-" + alarm.id(), builder.build(), child);
  }
}
