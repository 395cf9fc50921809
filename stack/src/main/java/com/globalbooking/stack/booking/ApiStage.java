package com.globalbooking.stack.booking;

import com.globalbooking.contract.Route;
import com.globalbooking.stack.naming.Names;
import com.google.gson.JsonObject;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageRouteSettingArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** The one stage of the API: always deployed, throttled, each request logged as a line of JSON. */
final class ApiStage extends ComponentResource {

  /**
   * @param routes must be there before a limit of their own can be set
   * @param logRetentionDays how long access logs are kept, in days
   */
  record Args(
      Names names,
      Output<String> apiId,
      Throttling throttling,
      List<Resource> routes,
      int logRetentionDays) {
    Args {
      routes = List.copyOf(routes);
    }
  }

  private static final String TYPE = "global-booking:booking:ApiStage";

  /**
   * Variables of API Gateway that a line of the access log carries. The path is not among them, for
   * it names a booking, nor is the caller or his address.
   */
  private static final List<String> LOGGED =
      List.of(
          "requestId",
          "requestTime",
          "routeKey",
          "status",
          "protocol",
          "responseLength",
          "responseLatency",
          "integrationStatus",
          "integrationLatency",
          "error.responseType");

  /**
   * Health checkers of Route 53 ask some 16 times in half a minute; whoever else asks for a
   * Region's health must not take executions from guests.
   */
  private static final Throttling HEALTH = new Throttling(20, 40);

  final Output<String> stageName;

  ApiStage(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    Names names = args.names();
    var logGroup =
        new LogGroup(
            name + "-logs",
            LogGroupArgs.builder()
                .name(names.accessLogGroup())
                .retentionInDays(args.logRetentionDays())
                .tags(names.tags(names.accessLogGroup()))
                .build(),
            child);
    new LogMetricFilter(
        name + "-throttled",
        LogMetricFilterArgs.builder()
            .name(names.of("api-throttled"))
            .logGroupName(logGroup.name())
            // HTTP APIs count refusals among 4xx, where a guest's typing error is one, too.
            .pattern("{ $.status = 429 }")
            .metricTransformation(
                LogMetricFilterMetricTransformationArgs.builder()
                    .namespace(BookingApi.metricNamespace(names))
                    .name(BookingApi.THROTTLED_METRIC)
                    .value("1")
                    .defaultValue("0")
                    .build())
            .build(),
        child);
    var stage =
        new Stage(
            name,
            StageArgs.builder()
                .apiId(args.apiId())
                .name("$default")
                .autoDeploy(true)
                .defaultRouteSettings(
                    StageDefaultRouteSettingsArgs.builder()
                        .throttlingRateLimit(args.throttling().ratePerSecond())
                        .throttlingBurstLimit(args.throttling().burst())
                        .detailedMetricsEnabled(true)
                        .build())
                .routeSettings(
                    StageRouteSettingArgs.builder()
                        .routeKey(Route.HEALTH.key())
                        .throttlingRateLimit(HEALTH.ratePerSecond())
                        .throttlingBurstLimit(HEALTH.burst())
                        .detailedMetricsEnabled(true)
                        .build())
                .accessLogSettings(
                    StageAccessLogSettingsArgs.builder()
                        .destinationArn(logGroup.arn())
                        .format(logLine())
                        .build())
                .tags(names.tags(names.prefix()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(args.routes()).build());

    stageName = stage.name();
    registerOutputs(Map.of("accessLogGroup", logGroup.name()));
  }

  private static String logLine() {
    var line = new JsonObject();
    LOGGED.forEach(
        variable ->
            line.addProperty(variable.replace(".responseType", ""), "$context." + variable));
    return line.toString();
  }
}
