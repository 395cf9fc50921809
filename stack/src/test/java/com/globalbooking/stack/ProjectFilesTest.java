package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.configuration.DocumentedKeys;
import com.globalbooking.stack.engine.ProjectFile;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.globalbooking.stack.naming.Names;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the Pulumi project, and the page about them, say what the program takes. */
@Timeout(90)
class ProjectFilesTest {

  /** What an account that has asked for nothing has, less what AWS keeps unreserved. */
  private static final int RESERVABLE_EXECUTIONS = 900;

  @Test
  void theProjectDeclaresExactlyTheKeysThatTheProgramInsistsOn() {
    Map<String, Object> project = ProjectFile.read("Pulumi.yaml");

    assertThat(project).containsEntry("name", Names.PROJECT).containsEntry("runtime", "java");
    assertThat(ProjectFile.members(project.get("config")).keySet())
        .isEqualTo(DocumentedKeys.required());
  }

  @Test
  void everyKeyIsDocumentedAndNoOther() throws IOException {
    Matcher keys =
        Pattern.compile("(?m)^\\| `([A-Za-z]+)`")
            .matcher(Files.readString(Path.of("..", "docs", "configuration.md")));
    Set<String> documented = new TreeSet<>();
    while (keys.find()) {
      documented.add(keys.group(1));
    }

    assertThat(documented).isEqualTo(DocumentedKeys.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prod-us-west-2", "prod-eu-west-1", "prod-ap-southeast-1", "dev-us-west-2"})
  void theProgramAcceptsWhatIsCommittedOnceItsPlaceholdersAreFilledIn(String stackName) {
    assertThat(StackRun.of(stackName).run().problems()).isEmpty();
  }

  @Test
  void noCommittedFileHoldsAValueThatOneStackOnlyCanRead() {
    for (String environment : Set.of("prod", "dev")) {
      assertThat(ProjectFile.read("Pulumi." + environment + ".yaml").toString())
          .doesNotContain("secure", "encryptionsalt", "encryptedkey");
    }
  }

  @Test
  void productionLeavesTheAccountExecutionsForOthers() {
    assertThat(reserved().values().stream().mapToInt(Integer::intValue).sum())
        .isBetween(1, RESERVABLE_EXECUTIONS);
  }

  /** Or a message of the queue would be received, refused an execution and counted as received. */
  @Test
  void aQueueHandsAFunctionOfProductionLessThanIsReservedForIt() {
    StackGraph graph = StackRun.of("prod-us-west-2").run().sound();

    for (Function function : Function.values()) {
      int handed =
          graph.ofType("aws:lambda/eventSourceMapping:EventSourceMapping").stream()
              .filter(mapping -> mapping.text("functionName").equals(graph.arn(function)))
              .filter(mapping -> mapping.inputs().has("scalingConfig"))
              .mapToInt(mapping -> mapping.input("scalingConfig.maximumConcurrency").getAsInt())
              .sum();
      if (handed > 0) {
        // Two more: a smoke invocation of a new version, and its repetition by a client.
        assertThat(reserved()).as(function.id()).containsKey(function.id());
        assertThat(handed + 2).as(function.id()).isLessThanOrEqualTo(reserved().get(function.id()));
      }
    }
  }

  /** A health check must be answered whatever the guests do. */
  @Test
  void theRegionsHealthHasExecutionsOfItsOwn() {
    assertThat(reserved()).containsKey(Function.REGION_HEALTH.id());
    assertThat(Arrays.stream(Function.values()).map(Function::id)).containsAll(reserved().keySet());
  }

  private static Map<String, Integer> reserved() {
    Map<String, Integer> reserved = new TreeMap<>();
    new Gson()
        .fromJson(ProjectFile.committed("prod").get("reservedConcurrency"), JsonObject.class)
        .entrySet()
        .forEach(each -> reserved.put(each.getKey(), each.getValue().getAsInt()));
    return reserved;
  }
}
