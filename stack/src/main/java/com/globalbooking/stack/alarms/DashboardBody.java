package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.Metric;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page of a Region in CloudWatch's <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">dashboard
 * structure</a>: rows of widgets, 24 units wide.
 *
 * @param healthCheckId empty where Route 53 does not lead guests
 */
record DashboardBody(
    Names names,
    List<Region> otherRegions,
    String apiId,
    List<String> queueIds,
    List<String> deadLetterQueueIds,
    List<String> alarmArns,
    String regionAlarmArn,
    String healthCheckId) {

  private static final String API = "AWS/ApiGateway";
  private static final String LAMBDA = "AWS/Lambda";
  private static final String SQS = "AWS/SQS";

  /** Metrics of health checks are there only. */
  private static final String ROUTE_53_REGION = "us-east-1";

  private static final int ROW_HEIGHT = 6;
  private static final int WIDTH = 24;

  String json() {
    var widgets = new JsonArray();
    int y = 0;
    for (Row row : rows()) {
      var heading = new JsonObject();
      heading.addProperty("markdown", "## " + row.question());
      widgets.add(placed("text", heading, 0, y, WIDTH, 1));
      int width = WIDTH / row.widgets().size();
      int x = 0;
      for (Widget widget : row.widgets()) {
        widgets.add(placed(widget.type(), widget.properties(), x, y + 1, width, ROW_HEIGHT));
        x += width;
      }
      y += 1 + ROW_HEIGHT;
    }
    var body = new JsonObject();
    body.add("widgets", widgets);
    return body.toString();
  }

  private record Row(String question, List<Widget> widgets) {}

  private record Widget(String type, JsonObject properties) {}

  private List<Row> rows() {
    return List.of(
        new Row("Can guests book here?", canGuestsBook()),
        new Row(
            "How fast?",
            List.of(
                chart(
                    "POST /book, ms",
                    names.region().value(),
                    "p50 p95 p99",
                    List.of(series(API, "Latency", bookRoute()))),
                chart(
                    "booking-handler, ms",
                    names.region().value(),
                    "p50 p95 p99",
                    List.of(lambda("Duration", Function.BOOKING_HANDLER))))),
        new Row(
            "What is behind?",
            List.of(
                chart("Streams, ms", names.region().value(), "Maximum", streams()),
                chart("Queues, oldest message in s", names.region().value(), "Maximum", ages()),
                chart("Cache and PMS, ms", names.region().value(), "p95", delays()),
                chart("Other Regions, age in s", names.region().value(), "Maximum", heartbeats()))),
        new Row(
            "What is broken?",
            List.of(
                alarms("Alarms", alarmArns),
                chart("Functions that failed", names.region().value(), "Sum", errors()),
                chart("Dead letters", names.region().value(), "Maximum", deadLetters()))));
  }

  private List<Widget> canGuestsBook() {
    List<Widget> widgets =
        new ArrayList<>(
            List.of(
                alarms("Guests cannot book", List.of(regionAlarmArn)),
                chart(
                    "What the Region says of itself",
                    names.region().value(),
                    "Minimum",
                    List.of(product(Metric.REGION_HEALTHY))),
                chart(
                    "Requests and faults",
                    names.region().value(),
                    "Sum",
                    List.of(
                        series(API, "Count", List.of("ApiId", apiId)),
                        series(API, "4xx", List.of("ApiId", apiId)),
                        series(API, "5xx", List.of("ApiId", apiId)),
                        series(
                            BookingApi.metricNamespace(names),
                            BookingApi.THROTTLED_METRIC,
                            List.of())))));
    if (!healthCheckId.isEmpty()) {
      widgets.add(
          chart(
              "Route 53 leads guests here",
              ROUTE_53_REGION,
              "Minimum",
              List.of(
                  series(
                      "AWS/Route53",
                      "HealthCheckStatus",
                      List.of("HealthCheckId", healthCheckId)))));
    }
    return widgets;
  }

  private List<JsonArray> streams() {
    return Stream.of(Function.EVENT_PUBLISHER, Function.CACHE_UPDATER, Function.HOT_BOOKING_CHECKER)
        .map(function -> lambda("IteratorAge", function))
        .toList();
  }

  private List<JsonArray> ages() {
    return queueIds.stream()
        .map(id -> series(SQS, "ApproximateAgeOfOldestMessage", queue(id)))
        .toList();
  }

  private List<JsonArray> deadLetters() {
    return deadLetterQueueIds.stream()
        .map(id -> series(SQS, "ApproximateNumberOfMessagesVisible", queue(id)))
        .toList();
  }

  private List<JsonArray> delays() {
    return List.of(product(Metric.CACHE_DELAY), product(Metric.PMS_ATTEMPT_DELAY));
  }

  private List<JsonArray> heartbeats() {
    return otherRegions.stream()
        .map(region -> product(Metric.HEARTBEAT_AGE, Metric.OTHER_REGION_DIMENSION, region.value()))
        .toList();
  }

  private List<JsonArray> errors() {
    return Arrays.stream(Function.values()).map(function -> lambda("Errors", function)).toList();
  }

  private List<String> bookRoute() {
    return List.of("ApiId", apiId, "Method", "POST", "Resource", "/book", "Stage", "$default");
  }

  private List<String> queue(String id) {
    return List.of("QueueName", names.of(id));
  }

  private JsonArray lambda(String metric, Function function) {
    return series(LAMBDA, metric, List.of("FunctionName", names.function(function)));
  }

  private JsonArray product(Metric metric, String... more) {
    List<String> dimensions =
        new ArrayList<>(
            List.of(
                Metric.ENVIRONMENT_DIMENSION,
                names.environment().value(),
                Metric.FUNCTION_DIMENSION,
                metric.function().id()));
    dimensions.addAll(List.of(more));
    return series(Metric.NAMESPACE, metric.metricName(), dimensions);
  }

  private static JsonArray series(String namespace, String metric, List<String> dimensions) {
    var series = new JsonArray();
    series.add(namespace);
    series.add(metric);
    dimensions.forEach(series::add);
    return series;
  }

  /**
   * A chart of some metrics.
   *
   * @param statistics separated by blanks; each metric is drawn once for each of them
   */
  private static Widget chart(
      String title, String region, String statistics, List<JsonArray> metrics) {
    var all = new JsonArray();
    for (JsonArray metric : metrics) {
      for (String statistic : statistics.split(" ", -1)) {
        JsonArray drawn = metric.deepCopy();
        var options = new JsonObject();
        options.addProperty("stat", statistic);
        drawn.add(options);
        all.add(drawn);
      }
    }
    var properties = new JsonObject();
    properties.addProperty("title", title);
    properties.addProperty("region", region);
    properties.addProperty("view", "timeSeries");
    properties.addProperty("period", 60);
    properties.add("metrics", all);
    return new Widget("metric", properties);
  }

  private static Widget alarms(String title, List<String> arns) {
    var all = new JsonArray();
    arns.forEach(all::add);
    var properties = new JsonObject();
    properties.addProperty("title", title);
    properties.addProperty("sortBy", "stateUpdatedTimestamp");
    properties.add("alarms", all);
    return new Widget("alarm", properties);
  }

  private static JsonObject placed(
      String type, JsonObject properties, int x, int y, int width, int height) {
    var widget = new JsonObject();
    widget.addProperty("type", type);
    widget.addProperty("x", x);
    widget.addProperty("y", y);
    widget.addProperty("width", width);
    widget.addProperty("height", height);
    widget.add("properties", properties);
    return widget;
  }
}
