package com.globalbooking.local.metrics;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer of {@code DescribeAlarms}. Times have a tag of their own, as JSON has none. */
final class AlarmsInCbor {
  /** Seconds since 1970. */
  private static final int TIME_TAG = 1;

  private static final CBORFactory FACTORY = new CBORFactory();

  private AlarmsInCbor() {}

  static byte[] write(List<DescribedAlarm> alarms, Optional<String> nextToken) {
    var bytes = new ByteArrayOutputStream();
    try (CBORGenerator cbor = FACTORY.createGenerator(bytes)) {
      cbor.writeStartObject();
      cbor.writeArrayFieldStart("MetricAlarms");
      for (DescribedAlarm alarm : alarms) {
        if (!alarm.isComposite()) {
          metric(cbor, alarm);
        }
      }
      cbor.writeEndArray();
      cbor.writeArrayFieldStart("CompositeAlarms");
      for (DescribedAlarm alarm : alarms) {
        if (alarm.isComposite()) {
          composite(cbor, alarm);
        }
      }
      cbor.writeEndArray();
      if (nextToken.isPresent()) {
        cbor.writeStringField("NextToken", nextToken.get());
      }
      cbor.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void metric(CBORGenerator cbor, DescribedAlarm alarm) throws IOException {
    cbor.writeStartObject();
    state(cbor, alarm);
    if (alarm.definition().isPresent()) {
      definition(cbor, alarm.definition().get());
    }
    cbor.writeEndObject();
  }

  private static void definition(CBORGenerator cbor, AlarmDefinition alarm) throws IOException {
    // The parts of a formula are left out: nobody asks an alarm for them.
    if (alarm.measure() instanceof Measure.OfMetric(MetricId metric, Statistic statistic)) {
      measure(cbor, metric, statistic);
      cbor.writeNumberField("Period", (int) alarm.period().toSeconds());
    }
    cbor.writeNumberField("EvaluationPeriods", alarm.evaluationPeriods());
    cbor.writeNumberField("DatapointsToAlarm", alarm.datapointsToAlarm());
    cbor.writeNumberField("Threshold", alarm.threshold().value());
    cbor.writeStringField("ComparisonOperator", alarm.threshold().comparison().operator());
    cbor.writeStringField("TreatMissingData", alarm.missing().id());
    texts(cbor, "AlarmActions", alarm.alarmActions());
    texts(cbor, "OKActions", alarm.okActions());
  }

  private static void measure(CBORGenerator cbor, MetricId metric, Statistic statistic)
      throws IOException {
    cbor.writeStringField("Namespace", metric.namespace());
    cbor.writeStringField("MetricName", metric.name());
    cbor.writeArrayFieldStart("Dimensions");
    for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
      cbor.writeStartObject();
      cbor.writeStringField("Name", dimension.getKey());
      cbor.writeStringField("Value", dimension.getValue());
      cbor.writeEndObject();
    }
    cbor.writeEndArray();
    cbor.writeStringField(
        statistic instanceof Statistic.Simple ? "Statistic" : "ExtendedStatistic",
        statistic.toString());
  }

  private static void composite(CBORGenerator cbor, DescribedAlarm alarm) throws IOException {
    cbor.writeStartObject();
    state(cbor, alarm);
    cbor.writeStringField("AlarmRule", alarm.rule().orElse(""));
    cbor.writeEndObject();
  }

  private static void state(CBORGenerator cbor, DescribedAlarm alarm) throws IOException {
    cbor.writeStringField("AlarmName", alarm.status().name());
    cbor.writeStringField("AlarmArn", alarm.arn());
    cbor.writeStringField("AlarmDescription", alarm.description());
    cbor.writeStringField("StateValue", alarm.status().state().name());
    cbor.writeStringField("StateReason", alarm.status().reason());
    time(cbor, "StateUpdatedTimestamp", alarm.status().since());
  }

  private static void time(CBORGenerator cbor, String name, Instant time) throws IOException {
    cbor.writeFieldName(name);
    cbor.writeTag(TIME_TAG);
    cbor.writeNumber(time.toEpochMilli() / 1000.0);
  }

  private static void texts(CBORGenerator cbor, String name, List<String> texts)
      throws IOException {
    cbor.writeArrayFieldStart(name);
    for (String text : texts) {
      cbor.writeString(text);
    }
    cbor.writeEndArray();
  }
}
