package com.globalbooking.local.functions;

import com.globalbooking.local.aws.AccessKeys.AccessKey;
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
 * @param awsEndpoint where the function's AWS clients go
 * @param systemProperties for the JVM or the native executable, such as whom to trust; arguments of
 *     {@code bootstrap}, so that a {@code JAVA_TOOL_OPTIONS} of the function's own stays its own
 */
record Launch(
    FunctionDefinition definition,
    Path taskRoot,
    URI awsEndpoint,
    AccessKey key,
    Map<String, String> systemProperties) {
  private static final DateTimeFormatter STREAM_DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  List<String> command() {
    var command = new ArrayList<String>();
    command.add(taskRoot.resolve("bootstrap").toString());
    new TreeMap<>(systemProperties)
        .forEach((name, value) -> command.add("-D" + name + "=" + value));
    return command;
  }

  /**
   * The whole environment; nothing is inherited. Lambda's own variables win, as they do there.
   * {@code JAVA_HOME} is for JVM packages, which need not bring a Java runtime to a machine that
   * has one.
   */
  Map<String, String> environment(String runtimeApi, LocalDate today) {
    var environment = new TreeMap<String, String>();
    environment.put("AWS_ENDPOINT_URL", awsEndpoint.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
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
    environment.put("LAMBDA_RUNTIME_DIR", taskRoot.toString());
    environment.put("_HANDLER", "bootstrap");
    return environment;
  }
}
