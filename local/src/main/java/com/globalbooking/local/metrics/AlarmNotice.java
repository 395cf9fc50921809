package com.globalbooking.local.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What CloudWatch publishes when an alarm changes. */
final class AlarmNotice {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);
  private static final int SUBJECT_MAX = 100;

  private AlarmNotice() {}

  static String subject(AlarmStatus now, String region) {
    String subject = "%s: \"%s\" in %s".formatted(now.state(), now.name(), region);
    return subject.substring(0, Math.min(SUBJECT_MAX, subject.length()));
  }

  static String json(AlarmDefinition alarm, AlarmState before, AlarmStatus now) {
    ObjectNode notice = head(alarm.arn(), alarm.name(), alarm.description(), before, now);
    ObjectNode trigger = notice.putObject("Trigger");
    trigger
        .put("Period", alarm.period().toSeconds())
        .put("EvaluationPeriods", alarm.evaluationPeriods())
        .put("DatapointsToAlarm", alarm.datapointsToAlarm())
        .put("ComparisonOperator", alarm.threshold().comparison().operator())
        .put("Threshold", alarm.threshold().value())
        .put("TreatMissingData", alarm.missing().id());
    switch (alarm.measure()) {
      case Measure.OfMetric metric -> describe(trigger, metric);
      case Measure.OfExpression(
              MetricExpression expression,
              Map<String, Measure.OfMetric> inputs) -> {
        ArrayNode metrics = trigger.putArray("Metrics");
        metrics.addObject().put("Expression", expression.text()).put("ReturnData", true);
        new TreeMap<>(inputs)
            .forEach(
                (id, input) -> {
                  ObjectNode query = metrics.addObject().put("Id", id).put("ReturnData", false);
                  describe(query.putObject("MetricStat"), input);
                });
      }
    }
    return notice.toString();
  }

  /** What CloudWatch publishes when a composite alarm changes. */
  static String json(CompositeAlarm alarm, AlarmState before, AlarmStatus now) {
    return head(alarm.arn(), alarm.name(), alarm.description(), before, now)
        .put("AlarmRule", alarm.rule())
        .toString();
  }

  private static ObjectNode head(
      String alarmArn, String name, String description, AlarmState before, AlarmStatus now) {
    String[] arn = alarmArn.split(":", 6);
    return JsonNodeFactory.instance
        .objectNode()
        .put("AlarmName", name)
        .put("AlarmDescription", description)
        .put("AWSAccountId", arn.length == 6 ? arn[4] : "")
        .put("NewStateValue", now.state().name())
        .put("NewStateReason", now.reason())
        .put("StateChangeTime", TIME.format(OffsetDateTime.ofInstant(now.since(), ZoneOffset.UTC)))
        .put("Region", arn.length == 6 ? arn[3] : "")
        .put("AlarmArn", alarmArn)
        .put("OldStateValue", before.name());
  }

  private static void describe(ObjectNode trigger, Measure.OfMetric measure) {
    MetricId metric = measure.metric();
    trigger
        .put("MetricName", metric.name())
        .put("Namespace", metric.namespace())
        .put(
            measure.statistic() instanceof Statistic.Percentile ? "ExtendedStatistic" : "Statistic",
            measure.statistic().toString());
    ArrayNode dimensions = trigger.putArray("Dimensions");
    new TreeMap<>(metric.dimensions())
        .forEach((name, value) -> dimensions.addObject().put("value", value).put("name", name));
  }
}
