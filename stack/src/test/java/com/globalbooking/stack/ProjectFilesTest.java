package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.naming.Names;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code Pulumi.yaml} and {@code Pulumi.prod.yaml} say what the program takes. */
@Timeout(90)
class ProjectFilesTest {

  /** What an account has, less what AWS keeps unreserved. */
  private static final int RESERVABLE_EXECUTIONS = 900;

  @Test
  void theProjectDeclaresExactlyTheKeysThatTheProgramInsistsOn() throws IOException {
    Map<String, Object> project = yaml("Pulumi.yaml");
    StackRun sound = StackRun.of("prod-us-west-2");
    var insistedOn = new TreeSet<String>();
    for (String key : sound.configuration().keySet()) {
      if (!key.equals("packagesDirectory")) {
        insistedOn.add(key);
      }
    }

    assertThat(project).containsEntry("name", Names.PROJECT).containsEntry("runtime", "java");
    assertThat(members(project.get("config")).keySet()).isEqualTo(insistedOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod-us-west-2", "prod-eu-west-1"})
  void theProgramAcceptsTheConfigurationOfProduction(String stackName) throws IOException {
    StackRun run = StackRun.of(stackName);
    for (Map.Entry<String, String> entry : productionConfiguration().entrySet()) {
      run = run.with(entry.getKey(), entry.getValue());
    }

    assertThat(run.run().problems()).isEmpty();
  }

  @Test
  void productionLeavesTheAccountExecutionsForOthers() throws IOException {
    Map<String, Object> reserved =
        members(
            members(yaml("Pulumi.prod.yaml").get("config"))
                .get("global-booking:reservedConcurrency"));

    assertThat(reserved.values().stream().mapToInt(value -> (Integer) value).sum())
        .isBetween(1, RESERVABLE_EXECUTIONS);
  }

  @Test
  void productionReservesEveryFunctionItsShare() throws IOException {
    assertThat(
            members(
                    members(yaml("Pulumi.prod.yaml").get("config"))
                        .get("global-booking:reservedConcurrency"))
                .keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Function.values()).map(Function::id).toList());
  }

  @Test
  void aQueueHandsAFunctionOfProductionNoMoreThanItMayRun() throws IOException {
    StackRun run = StackRun.of("prod-us-west-2");
    for (Map.Entry<String, String> entry : productionConfiguration().entrySet()) {
      run = run.with(entry.getKey(), entry.getValue());
    }
    StackGraph graph = run.run().sound();

    for (Function function : Function.values()) {
      int handed =
          graph.ofType("aws:lambda/eventSourceMapping:EventSourceMapping").stream()
              .filter(mapping -> mapping.text("functionName").equals(graph.arn(function)))
              .filter(mapping -> mapping.inputs().has("scalingConfig"))
              .mapToInt(mapping -> mapping.input("scalingConfig.maximumConcurrency").getAsInt())
              .sum();
      assertThat(handed)
          .as(function.id())
          .isLessThanOrEqualTo(
              graph.deployed(function).input("reservedConcurrentExecutions").getAsInt());
    }
  }

  /** As the Pulumi CLI hands it over: text as it is, lists and objects as JSON. */
  private static Map<String, String> productionConfiguration() throws IOException {
    Map<String, String> configuration = new TreeMap<>();
    members(yaml("Pulumi.prod.yaml").get("config"))
        .forEach(
            (key, value) ->
                configuration.put(
                    key.replace(Names.PROJECT + ":", ""),
                    value instanceof String text ? text : new Gson().toJson(value)));
    return configuration;
  }

  private static Map<String, Object> yaml(String file) throws IOException {
    String text = Files.readString(Path.of("..", file));
    return members(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  private static Map<String, Object> members(@Nullable Object object) {
    Map<String, Object> members = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(object))
        .forEach((key, value) -> members.put(String.valueOf(key), value));
    return members;
  }
}
