package com.globalbooking.stack.alarms;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * An alarm as CloudWatch takes it.
 *
 * @param topicArn the topic that pages the on-call
 */
record AlarmRegistration(Names names, Output<String> topicArn) {

  MetricAlarmArgs of(String physicalName, Alarm alarm) {
    MetricAlarmArgs.Builder builder =
        MetricAlarmArgs.builder()
            .name(physicalName)
            .alarmDescription(alarm.description())
            .evaluationPeriods(alarm.window().of())
            .datapointsToAlarm(alarm.window().bad())
            .threshold(alarm.limit().threshold())
            .comparisonOperator(
                alarm.limit().above() ? "GreaterThanThreshold" : "LessThanThreshold")
            .treatMissingData(alarm.limit().silenceIsBad() ? "breaching" : "notBreaching")
            .alarmActions(topicArn.applyValue(List::of))
            .okActions(topicArn.applyValue(List::of))
            .tags(names.tags(physicalName));
    switch (alarm.source()) {
      case Alarm.Metric metric -> metric(builder, metric, alarm.periodSeconds());
      case Alarm.Share share -> share(builder, share, alarm.periodSeconds());
    }
    return builder.build();
  }

  private static void metric(MetricAlarmArgs.Builder builder, Alarm.Metric metric, int seconds) {
    builder
        .namespace(metric.namespace())
        .metricName(metric.name())
        .dimensions(dimensions(metric))
        .period(seconds);
    if (metric.isPercentile()) {
      // Of a few measurements the slowest is no twentieth.
      builder.extendedStatistic(metric.statistic()).evaluateLowSampleCountPercentiles("ignore");
    } else {
      builder.statistic(metric.statistic());
    }
  }

  private static void share(MetricAlarmArgs.Builder builder, Alarm.Share share, int seconds) {
    builder.metricQueries(
        MetricAlarmMetricQueryArgs.builder()
            .id("share")
            .expression("IF(whole >= %d, 100 * part / whole, 0)".formatted(share.atLeast()))
            .label("Per cent")
            .returnData(true)
            .build(),
        query("part", share.part(), seconds),
        query("whole", share.whole(), seconds));
  }

  private static MetricAlarmMetricQueryArgs query(String id, Alarm.Metric metric, int seconds) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(dimensions(metric))
                .period(seconds)
                .stat(metric.statistic())
                .build())
        .build();
  }

  private static Output<Map<String, String>> dimensions(Alarm.Metric metric) {
    Output.MapBuilder<String> dimensions = Output.mapBuilder();
    metric.dimensions().forEach(dimensions::put);
    return dimensions.build();
  }
}
