package com.globalbooking.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

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

  /**
   * @param log the function's standard output, which Lambda takes to its log group
   */
  public Metrics(PrintStream log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Emits one value, in the metric's unit. */
  public void emit(Metric metric, double value) {
    emit(metric, List.of(value));
  }

  /** Emits values, in the metric's unit; none of them is lost in an average. */
  public void emit(Metric metric, List<Double> values) {
    for (int from = 0; from < values.size(); from += MOST_VALUES) {
      line(metric, values.subList(from, Math.min(values.size(), from + MOST_VALUES)));
    }
  }

  private void line(Metric metric, List<Double> values) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", Metric.NAMESPACE);
    directive.putArray("Dimensions").addArray().add(Metric.DIMENSION);
    directive
        .putArray("Metrics")
        .addObject()
        .put("Name", metric.metricName())
        .put("Unit", metric.unit());
    line.put(Metric.DIMENSION, metric.function().id());
    if (values.size() == 1) {
      line.put(metric.metricName(), values.getFirst());
    } else {
      var array = line.putArray(metric.metricName());
      values.forEach(array::add);
    }
    log.println(line);
  }
}
