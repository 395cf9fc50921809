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
    String[] arn = alarm.arn().split(":", 6);
    ObjectNode notice = JsonNodeFactory.instance.objectNode();
    notice
        .put("AlarmName", alarm.name())
        .put("AlarmDescription", alarm.description())
        .put("AWSAccountId", arn.length == 6 ? arn[4] : "")
        .put("NewStateValue", now.state().name())
        .put("NewStateReason", now.reason())
        .put("StateChangeTime", TIME.format(OffsetDateTime.ofInstant(now.since(), ZoneOffset.UTC)))
        .put("Region", arn.length == 6 ? arn[3] : "")
        .put("AlarmArn", alarm.arn())
        .put("OldStateValue", before.name());
    ObjectNode trigger = notice.putObject("Trigger");
    trigger
        .put("MetricName", alarm.metric().name())
        .put("Namespace", alarm.metric().namespace())
        .put(
            alarm.statistic() instanceof Statistic.Percentile ? "ExtendedStatistic" : "Statistic",
            alarm.statistic().toString())
        .put("Period", alarm.period().toSeconds())
        .put("EvaluationPeriods", alarm.evaluationPeriods())
        .put("DatapointsToAlarm", alarm.datapointsToAlarm())
        .put("ComparisonOperator", alarm.threshold().comparison().operator())
        .put("Threshold", alarm.threshold().value())
        .put("TreatMissingData", alarm.missing().id());
    ArrayNode dimensions = trigger.putArray("Dimensions");
    for (Map.Entry<String, String> it : new TreeMap<>(alarm.metric().dimensions()).entrySet()) {
      dimensions.addObject().put("value", it.getValue()).put("name", it.getKey());
    }
    return notice.toString();
  }
}
