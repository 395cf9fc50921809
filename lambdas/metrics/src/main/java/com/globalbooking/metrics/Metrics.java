package com.globalbooking.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes metric values, one line each, in the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>.
 */
public final class Metrics {
  /** The most values that one line may carry, by the specification. */
  private static final int MOST_VALUES = 100;

  private final PrintStream log;
  private final Clock clock;
  private final String environment;

  /**
   * @param log the function's standard output, which Lambda takes to its log group
   * @param environment the deployment that the function belongs to, for example {@code prod}
   */
  public Metrics(PrintStream log, Clock clock, String environment) {
    this.log = log;
    this.clock = clock;
    this.environment = environment;
  }

  /** Emits one value, in the metric's unit. */
  public void emit(Metric metric, double value) {
    emit(metric, List.of(value));
  }

  /** Emits values, in the metric's unit; none of them is lost in an average. */
  public void emit(Metric metric, List<Double> values) {
    emit(metric, values, Map.of());
  }

  /**
   * Emits one value about another Region, in the metric's unit.
   *
   * @throws IllegalArgumentException when the metric is not one about other Regions
   */
  public void emitAbout(String otherRegion, Metric metric, double value) {
    if (!metric.perOtherRegion()) {
      throw new IllegalArgumentException(metric + " is not about another Region");
    }
    emit(metric, List.of(value), Map.of(Metric.OTHER_REGION_DIMENSION, otherRegion));
  }

  private void emit(Metric metric, List<Double> values, Map<String, String> more) {
    Map<String, String> dimensions = new TreeMap<>(more);
    dimensions.put(Metric.FUNCTION_DIMENSION, metric.function().id());
    dimensions.put(Metric.ENVIRONMENT_DIMENSION, environment);
    for (int from = 0; from < values.size(); from += MOST_VALUES) {
      line(metric, values.subList(from, Math.min(values.size(), from + MOST_VALUES)), dimensions);
    }
  }

  private void line(Metric metric, List<Double> values, Map<String, String> dimensions) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", Metric.NAMESPACE);
    ArrayNode names = directive.putArray("Dimensions").addArray();
    dimensions.forEach(
        (name, value) -> {
          names.add(name);
          line.put(name, value);
        });
    directive
        .putArray("Metrics")
        .addObject()
        .put("Name", metric.metricName())
        .put("Unit", metric.unit());
    if (values.size() == 1) {
      line.put(metric.metricName(), values.getFirst());
    } else {
      var array = line.putArray(metric.metricName());
      values.forEach(array::add);
    }
    log.println(line);
  }
}
