package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.AlarmDefinition;
import com.globalbooking.local.metrics.Alarms;
import com.globalbooking.local.metrics.Measure;
import com.globalbooking.local.metrics.MetricExpression;
import com.globalbooking.local.metrics.MetricId;
import com.globalbooking.local.metrics.MissingData;
import com.globalbooking.local.metrics.Statistic;
import com.globalbooking.local.metrics.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws:cloudwatch/metricAlarm:MetricAlarm}: on one metric or on a formula over several. */
final class CloudWatchAlarm implements ResourceHandler {
  static final String TYPE = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private static final List<String> NOT_EVALUATED =
      List.of("thresholdMetricId", "insufficientDataActions", "unit");

  private final RegionContext context;

  CloudWatchAlarm(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    String arn = context.arn("cloudwatch", "alarm:" + name);
    alarms().deploy(definition(arn, name, inputs));
    return new Created(name, PropertyValue.fields(Map.of("name", name, "arn", arn)));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    String arn = context.arn("cloudwatch", "alarm:" + existing.id());
    alarms().deploy(definition(arn, existing.id(), wanted.inputs()));
    return PropertyValue.fields(Map.of("arn", arn));
  }

  @Override
  public void delete(Existing existing) {
    alarms().remove(existing.id());
  }

  private Alarms alarms() {
    return context.operations().monitoring().alarms();
  }

  private static AlarmDefinition definition(String arn, String name, Inputs inputs) {
    for (String other : NOT_EVALUATED) {
      if (inputs.fields().values().containsKey(other)) {
        throw new IllegalArgumentException("local Regions do not evaluate '" + other + "'");
      }
    }
    int periods = Math.toIntExact(inputs.whole("evaluationPeriods"));
    boolean silent =
        inputs.fields().values().containsKey("actionsEnabled") && !inputs.flag("actionsEnabled");
    List<Inputs> queries = inputs.objects("metricQueries");
    return new AlarmDefinition(
        arn,
        name,
        inputs.optionalString("alarmDescription").orElse(""),
        queries.isEmpty() ? metric(inputs) : formula(queries),
        Duration.ofSeconds(queries.isEmpty() ? inputs.whole("period") : period(queries)),
        periods,
        inputs.optionalWhole("datapointsToAlarm").map(Math::toIntExact).orElse(periods),
        new Threshold(
            Threshold.Comparison.parse(inputs.string("comparisonOperator")),
            inputs
                .optionalNumber("threshold")
                .orElseThrow(() -> new IllegalArgumentException("'threshold' is missing"))),
        MissingData.parse(inputs.optionalString("treatMissingData").orElse("missing")),
        silent ? List.of() : inputs.strings("alarmActions"),
        silent ? List.of() : inputs.strings("okActions"));
  }

  private static Measure.OfMetric metric(Inputs inputs) {
    return new Measure.OfMetric(
        new MetricId(
            inputs.string("namespace"),
            inputs.string("metricName"),
            inputs.stringMap("dimensions")),
        Statistic.parse(
            inputs
                .optionalString("statistic")
                .or(() -> inputs.optionalString("extendedStatistic"))
                .or(() -> inputs.optionalString("stat"))
                .orElseThrow(() -> new IllegalArgumentException("'statistic' is missing"))));
  }

  private static Measure formula(List<Inputs> queries) {
    Map<String, Measure.OfMetric> metrics = new HashMap<>();
    List<String> formulas = new ArrayList<>();
    for (Inputs query : queries) {
      query
          .object("metric")
          .ifPresentOrElse(
              it -> metrics.put(query.string("id"), metric(it)),
              () -> formulas.add(query.string("expression")));
    }
    if (formulas.size() != 1) {
      throw new IllegalArgumentException(
          "local Regions evaluate one expression over metrics, not " + formulas);
    }
    return new Measure.OfExpression(
        MetricExpression.parse(formulas.getFirst(), metrics.keySet()), metrics);
  }

  private static long period(List<Inputs> queries) {
    List<Long> periods =
        queries.stream()
            .flatMap(query -> query.object("metric").stream())
            .map(metric -> metric.whole("period"))
            .distinct()
            .toList();
    if (periods.size() != 1) {
      throw new IllegalArgumentException(
          "the metrics of an expression need one period, not " + periods);
    }
    return periods.getFirst();
  }
}
