package com.globalbooking.local.functions;

import com.globalbooking.local.aws.AccessKeys.AccessKey;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How the instances of one function are started: the command, and exactly the environment that
 * Lambda sets.
 *
 * @param taskRoot the unpacked package
 * @param javaRuntimeLib the jars that the managed Java runtime puts beside a package
 * @param awsEndpoint where the function's AWS clients go
 * @param systemProperties for the JVM or the native executable, such as whom to trust; on the
 *     command line, so that a {@code JAVA_TOOL_OPTIONS} of the function's own stays its own
 */
record Launch(
    FunctionDefinition definition,
    Path taskRoot,
    Path javaRuntimeLib,
    URI awsEndpoint,
    AccessKey key,
    Map<String, String> systemProperties) {
  /** The share of the memory that the heap may take; the rest is the JVM's own. */
  private static final double HEAP_SHARE = 0.8;

  private static final DateTimeFormatter STREAM_DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  List<String> command() {
    return switch (definition.runtime()) {
      case FunctionRuntime.Provided() -> provided();
      case FunctionRuntime.ManagedJava(String handler) -> managedJava(handler);
    };
  }

  private List<String> provided() {
    var command = new ArrayList<String>();
    command.add(taskRoot.resolve("bootstrap").toString());
    command.addAll(definitions());
    return command;
  }

  private List<String> definitions() {
    return new TreeMap<>(systemProperties)
        .entrySet().stream()
            .map(property -> "-D" + property.getKey() + "=" + property.getValue())
            .toList();
  }

  private List<String> managedJava(String handler) {
    var runtime = new JavaRuntime(javaRuntimeLib);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx" + (long) (definition.memoryMegabytes() * HEAP_SHARE) + "m");
    command.addAll(definitions());
    command.addAll(runtime.options());
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            taskRoot.toString(),
            taskRoot.resolve("lib") + "/*",
            javaRuntimeLib + "/*"));
    command.addAll(List.of(JavaRuntime.MAIN, handler));
    return command;
  }

  /** The whole environment; nothing is inherited. Lambda's own variables win, as they do there. */
  Map<String, String> environment(String runtimeApi, LocalDate today) {
    var environment = new TreeMap<String, String>();
    environment.put("AWS_ENDPOINT_URL", awsEndpoint.toString());
    environment.putAll(definition.environment());
    environment.put("AWS_ACCESS_KEY_ID", key.id());
    environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
    environment.put("AWS_SESSION_TOKEN", key.sessionToken());
    environment.put("AWS_REGION", definition.region().value());
    environment.put("AWS_DEFAULT_REGION", definition.region().value());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", definition.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(definition.memoryMegabytes()));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + definition.name());
    environment.put(
        "AWS_LAMBDA_LOG_STREAM_NAME",
        STREAM_DATE.format(today) + "/[$LATEST]" + UUID.randomUUID().toString().replace("-", ""));
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin");
    environment.put("TZ", ":UTC");
    switch (definition.runtime()) {
      case FunctionRuntime.Provided() -> {
        environment.put("LAMBDA_RUNTIME_DIR", taskRoot.toString());
        environment.put("_HANDLER", "bootstrap");
      }
      case FunctionRuntime.ManagedJava(String handler) -> {
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        environment.put("LAMBDA_RUNTIME_DIR", javaRuntimeLib.toString());
        environment.put("_HANDLER", handler);
      }
    }
    return environment;
  }
}
