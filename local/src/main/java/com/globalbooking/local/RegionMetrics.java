package com.globalbooking.local;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Metric;
import com.globalbooking.local.functions.FunctionDefinition;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.http.AnswerListener;
import com.globalbooking.local.http.HttpApiDefinition;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.metrics.LogFilters;
import com.globalbooking.local.metrics.MetricId;
import com.globalbooking.local.metrics.MetricSink;
import com.globalbooking.local.metrics.MetricSource;
import com.globalbooking.local.metrics.MetricStore;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.replication.LinkLag;
import com.globalbooking.local.resources.Tables;
import com.globalbooking.local.workflow.Execution;
import com.globalbooking.local.workflow.ExecutionStatus;
import com.globalbooking.local.workflow.StateMachine;
import com.globalbooking.local.workflow.StateMachines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a Region know, as AWS's own metrics; and which metrics functions emit. */
final class RegionMetrics {
  private static final String LAMBDA = "AWS/Lambda";
  private static final String CONCURRENCY = "ConcurrentExecutions";
  private static final String FUNCTION_NAME = "FunctionName";
  private static final String API_GATEWAY = "AWS/ApiGateway";
  private static final String STATES = "AWS/States";
  private static final String STATE_MACHINE = "StateMachineArn";

  private RegionMetrics() {}

  static void connect(
      Monitoring monitoring,
      RegionName region,
      FunctionHost functions,
      HttpApis apis,
      LogFilters logFilters,
      StateMachines machines,
      Tables tables) {
    MetricStore store = monitoring.store();
    functions.onInvocation((name, result, took) -> invoked(store, name, result, took));
    apis.onAnswer(
        answer -> {
          answered(store, answer);
          logFilters.answered(answer.status(), store::put);
        });
    machines.onEnd(execution -> ended(store, execution));
    monitoring.add(new Functions(functions));
    monitoring.add(() -> ofApis(apis));
    monitoring.add(logFilters);
    monitoring.add(() -> ofStateMachines(machines));
    monitoring.add(new Replication(region, tables));
    monitoring.add(() -> ofTheProduct(functions));
  }

  /** The contract is what functions and alarms are checked against, not what they happen to do. */
  private static Set<MetricId> ofTheProduct(FunctionHost functions) {
    Set<MetricId> metrics = new HashSet<>();
    for (FunctionStatus status : functions.status()) {
      functions
          .definition(status.name())
          .ifPresent(
              definition ->
                  Arrays.stream(Metric.values())
                      .filter(it -> status.name().endsWith("-" + it.function().id()))
                      .forEach(it -> metrics.addAll(emitted(it, definition))));
    }
    return metrics;
  }

  private static List<MetricId> emitted(Metric metric, FunctionDefinition function) {
    Map<String, String> settings = function.environment();
    Map<String, String> dimensions =
        Map.of(
            Metric.FUNCTION_DIMENSION,
            metric.function().id(),
            Metric.ENVIRONMENT_DIMENSION,
            settings.getOrDefault(EnvironmentVariable.BOOKING_ENVIRONMENT.name(), ""));
    if (!metric.perOtherRegion()) {
      return List.of(new MetricId(Metric.NAMESPACE, metric.metricName(), dimensions));
    }
    List<MetricId> metrics = new ArrayList<>();
    for (String region :
        settings.getOrDefault(EnvironmentVariable.BOOKING_REGIONS.name(), "").split(",", -1)) {
      if (!region.equals(function.region().value())) {
        Map<String, String> about = new HashMap<>(dimensions);
        about.put(Metric.OTHER_REGION_DIMENSION, region);
        metrics.add(new MetricId(Metric.NAMESPACE, metric.metricName(), about));
      }
    }
    return metrics;
  }

  private static void invoked(
      MetricStore store, String name, InvocationResult result, Duration took) {
    switch (result) {
      case InvocationResult.NoSuchFunction() -> {}
      case InvocationResult.Throttled() -> store.put(lambda("Throttles", name), 1);
      case InvocationResult.Succeeded _ -> ran(store, name, 0, took);
      case InvocationResult.Failed _, InvocationResult.TimedOut() -> ran(store, name, 1, took);
    }
  }

  private static void ran(MetricStore store, String name, int errors, Duration took) {
    store.put(lambda("Invocations", name), 1);
    store.put(lambda("Throttles", name), 0);
    store.put(lambda("Errors", name), errors);
    store.put(lambda("Duration", name), (double) took.toMillis());
  }

  /** How much of their reservation functions use; counted when asked, in AWS each minute's most. */
  private record Functions(FunctionHost functions) implements MetricSource {

    @Override
    public Set<MetricId> canEmit() {
      return functions.status().stream()
          .map(FunctionStatus::name)
          .flatMap(
              name ->
                  Stream.of("Invocations", "Errors", "Throttles", "Duration", CONCURRENCY)
                      .map(metric -> lambda(metric, name)))
          .collect(Collectors.toSet());
    }

    @Override
    public void sample(MetricSink sink) {
      functions
          .status()
          .forEach(it -> sink.put(lambda(CONCURRENCY, it.name()), it.busy() + it.waiting()));
    }
  }

  private static MetricId lambda(String metric, String function) {
    return MetricId.of(LAMBDA, metric, FUNCTION_NAME, function);
  }

  private static void answered(MetricStore store, AnswerListener.Answered answer) {
    int status = answer.status();
    double millis = answer.took().toMillis();
    for (Map<String, String> dimensions : apiDimensions(answer.apiId(), answer.stage())) {
      store.put(new MetricId(API_GATEWAY, "Count", dimensions), 1);
      store.put(new MetricId(API_GATEWAY, "4xx", dimensions), status / 100 == 4 ? 1 : 0);
      store.put(new MetricId(API_GATEWAY, "5xx", dimensions), status / 100 == 5 ? 1 : 0);
      store.put(new MetricId(API_GATEWAY, "Latency", dimensions), millis);
    }
    answer
        .routeKey()
        .map(route -> routeDimensions(answer.apiId(), answer.stage(), route))
        .ifPresent(of -> store.put(new MetricId(API_GATEWAY, "Latency", of), millis));
  }

  private static Set<MetricId> ofApis(HttpApis apis) {
    Set<MetricId> metrics = new HashSet<>();
    for (HttpApiDefinition api : apis.definitions()) {
      api.stage().ifPresent(stage -> metrics.addAll(ofStage(api, stage.name())));
    }
    return metrics;
  }

  private static Set<MetricId> ofStage(HttpApiDefinition api, String stage) {
    Set<MetricId> metrics = new HashSet<>();
    for (Map<String, String> dimensions : apiDimensions(api.apiId(), stage)) {
      for (String name : List.of("Count", "4xx", "5xx", "Latency")) {
        metrics.add(new MetricId(API_GATEWAY, name, dimensions));
      }
    }
    for (String route : api.routes().keySet()) {
      metrics.add(new MetricId(API_GATEWAY, "Latency", routeDimensions(api.apiId(), stage, route)));
    }
    return metrics;
  }

  /** As AWS reports a route: its key is {@code POST /book}. */
  private static Map<String, String> routeDimensions(String api, String stage, String routeKey) {
    String[] key = routeKey.split(" ", 2);
    return Map.of(
        "ApiId", api, "Stage", stage, "Method", key[0], "Resource", key.length == 2 ? key[1] : "");
  }

  private static List<Map<String, String>> apiDimensions(String api, String stage) {
    return List.of(Map.of("ApiId", api), Map.of("ApiId", api, "Stage", stage));
  }

  private static void ended(MetricStore store, Execution execution) {
    store.put(states(metricOf(execution.status()), execution.machine().arn()), 1);
    execution
        .stopped()
        .ifPresent(
            it ->
                store.put(
                    states("ExecutionTime", execution.machine().arn()),
                    (double) Duration.between(execution.started(), it).toMillis()));
  }

  private static String metricOf(ExecutionStatus status) {
    return switch (status) {
      case RUNNING -> "ExecutionsStarted";
      case SUCCEEDED -> "ExecutionsSucceeded";
      case FAILED -> "ExecutionsFailed";
      case TIMED_OUT -> "ExecutionsTimedOut";
      case ABORTED -> "ExecutionsAborted";
    };
  }

  private static Set<MetricId> ofStateMachines(StateMachines machines) {
    Set<MetricId> metrics = new HashSet<>();
    for (StateMachine machine : machines.machines()) {
      metrics.add(states("ExecutionTime", machine.arn()));
      for (ExecutionStatus status : ExecutionStatus.values()) {
        if (status != ExecutionStatus.RUNNING) {
          metrics.add(states(metricOf(status), machine.arn()));
        }
      }
    }
    return metrics;
  }

  private static MetricId states(String metric, String machine) {
    return MetricId.of(STATES, metric, STATE_MACHINE, machine);
  }

  /** How long changes of this Region take to other Regions; AWS reports it where they were made. */
  private record Replication(RegionName region, Tables tables) implements MetricSource {

    @Override
    public Set<MetricId> canEmit() {
      Set<MetricId> metrics = new HashSet<>();
      sample((metric, value) -> metrics.add(metric));
      return metrics;
    }

    @Override
    public void sample(MetricSink sink) {
      tables
          .replicators()
          .forEach(
              (table, replicator) -> {
                for (LinkLag lag : replicator.lag()) {
                  if (lag.from().equals(region)) {
                    sink.put(latency(table, lag.to()), (double) lag.oldestAge().toMillis());
                  }
                }
              });
    }

    private static MetricId latency(String table, RegionName receiving) {
      return new MetricId(
          "AWS/DynamoDB",
          "ReplicationLatency",
          Map.of("TableName", table, "ReceivingRegion", receiving.value()));
    }
  }
}
