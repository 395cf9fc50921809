package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.AlarmDefinition;
import com.globalbooking.local.metrics.MetricId;
import com.globalbooking.local.metrics.MissingData;
import com.globalbooking.local.metrics.Statistic;
import com.globalbooking.local.metrics.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code aws:cloudwatch/metricAlarm:MetricAlarm}: an alarm on one metric. */
final class CloudWatchAlarm implements ResourceHandler {
  static final String TYPE = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private static final List<String> NOT_EVALUATED =
      List.of("metricQueries", "thresholdMetricId", "insufficientDataActions", "unit");

  private final RegionContext context;

  CloudWatchAlarm(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    for (String other : NOT_EVALUATED) {
      if (inputs.fields().values().containsKey(other)) {
        throw new IllegalArgumentException("local Regions do not evaluate '" + other + "'");
      }
    }
    String name = inputs.optionalString("name").orElseGet(() -> ResourceNames.nameOf(resource));
    String arn = context.arn("cloudwatch", "alarm:" + name);
    int periods = Math.toIntExact(inputs.whole("evaluationPeriods"));
    boolean silent =
        inputs.fields().values().containsKey("actionsEnabled") && !inputs.flag("actionsEnabled");
    context
        .operations()
        .monitoring()
        .alarms()
        .deploy(
            new AlarmDefinition(
                arn,
                name,
                inputs.optionalString("alarmDescription").orElse(""),
                new MetricId(
                    inputs.string("namespace"),
                    inputs.string("metricName"),
                    inputs.stringMap("dimensions")),
                Statistic.parse(
                    inputs
                        .optionalString("statistic")
                        .or(() -> inputs.optionalString("extendedStatistic"))
                        .orElseThrow(() -> new IllegalArgumentException("'statistic' is missing"))),
                Duration.ofSeconds(inputs.whole("period")),
                periods,
                inputs.optionalWhole("datapointsToAlarm").map(Math::toIntExact).orElse(periods),
                new Threshold(
                    Threshold.Comparison.parse(inputs.string("comparisonOperator")),
                    inputs
                        .optionalNumber("threshold")
                        .orElseThrow(() -> new IllegalArgumentException("'threshold' is missing"))),
                MissingData.parse(inputs.optionalString("treatMissingData").orElse("missing")),
                silent ? List.of() : inputs.strings("alarmActions"),
                silent ? List.of() : inputs.strings("okActions")));
    return new Created(name, PropertyValue.fields(Map.of("name", name, "arn", arn)));
  }
}
