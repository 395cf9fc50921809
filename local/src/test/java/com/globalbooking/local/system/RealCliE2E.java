package com.globalbooking.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An environment from its first deployment to its end, by the operators' commands and the real
 * Pulumi CLI, in the Regions of {@code scripts/local serve}. Skipped, and says so, where there is
 * neither a CLI nor Go to build one.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealCliE2E {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String REGIONS = "us-west-2,eu-west-1,ap-southeast-1";

  private @TempDir Path directory;

  private record Run(int exit, String output) {}

  @BeforeEach
  void serve() throws Exception {
    Run cli = run("scripts/pulumi", "version");
    if (cli.exit() != 0) {
      System.err.println("SKIPPED: RealCliE2E, for there is no Pulumi CLI: " + cli.output());
    }
    assumeTrue(cli.exit() == 0, "a Pulumi CLI");
    Path log = directory.resolve("serve.log");
    Process serving =
        process("scripts/local", "serve", "--regions", REGIONS)
            .redirectOutput(log.toFile())
            .start();
    while (!Files.exists(configuration())) {
      assertThat(serving.isAlive()).as("%s", Files.readString(log)).isTrue();
      boolean ended = serving.waitFor(200, TimeUnit.MILLISECONDS);
      assertThat(ended).as("%s", Files.readString(log)).isFalse();
    }
  }

  @AfterEach
  void down() throws Exception {
    Run down = run("scripts/local", "down");
    assertThat(down.exit()).as(down.output()).isZero();
    assertThat(directory.resolve("regions/providers.json")).doesNotExist();
    assertThat(configuration()).doesNotExist();
  }

  @Test
  void anEnvironmentIsDeployedChangedGrownAndDestroyed() throws Exception {
    Map<Path, String> committed = committedFiles();
    String three = Files.readString(configuration());
    change(",\"ap-southeast-1\"]", "]");

    refused("eu-west-1 before us-west-2", "us-west-2", "scripts/up", "local", "eu-west-1");
    done("scripts/preview", "local", "us-west-2");
    done("scripts/up", "local", "us-west-2", "eu-west-1");
    assertThat(done("scripts/smoke", "local", "us-west-2", "eu-west-1"))
        .contains("read in eu-west-1", "read in us-west-2", "P95", "us-west-2: no alarm");
    assertThat(done("scripts/preview", "local", "us-west-2", "--expect-no-changes"))
        .contains("unchanged");

    changesOneFunctionAndNothingElse();
    refusesWrongConfiguration();

    Files.writeString(configuration(), three);
    assertThat(done("scripts/up", "local")).contains("local-ap-southeast-1: deploying");
    done("scripts/preview", "local", "ap-southeast-1", "--expect-no-changes");
    done("scripts/drain", "local", "eu-west-1");
    done("scripts/undrain", "local", "eu-west-1");

    assertThat(done("scripts/destroy", "local")).contains("local-us-west-2", "deleted");
    assertThat(done("scripts/preview", "local", "us-west-2")).doesNotContain("unchanged");
    assertThat(committedFiles()).isEqualTo(committed);
  }

  private void changesOneFunctionAndNothingElse() throws Exception {
    change("circuitOpenSeconds: \"10\"", "circuitOpenSeconds: \"20\"");
    String changed = done("scripts/up", "local", "us-west-2");
    assertThat(changed.lines().map(String::strip).filter(line -> line.matches("[~+±-] .*")))
        .as(changed)
        .extracting(line -> line.split(" ", 4)[2])
        .containsExactlyInAnyOrder(
            "functions-pms-sync-worker",
            "functions-pms-sync-worker-live-smoke",
            "functions-pms-sync-worker-live");
  }

  private void refusesWrongConfiguration() throws Exception {
    String right = Files.readString(configuration());
    change("circuitOpenSeconds", "circuitOpenSecond");
    refused(
        "a misspelt key", "did you mean 'circuitOpenSeconds'?", "scripts/up", "local", "us-west-2");
    Files.writeString(configuration(), right);
    change("\"us-west-2\",\"eu-west-1\"", "\"us-west-2\"");
    refused("a shrink", "scripts/retire local eu-west-1", "scripts/up", "local");
    Files.writeString(configuration(), right);
  }

  private void change(String from, String to) throws IOException {
    String before = Files.readString(configuration());
    String after = before.replace(from, to);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(configuration(), after);
  }

  private Path configuration() {
    return directory.resolve("regions/Pulumi.local.yaml");
  }

  private static Map<Path, String> committedFiles() throws IOException {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (String name : List.of("Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml")) {
      texts.put(ROOT.resolve(name), Files.readString(ROOT.resolve(name)));
    }
    return texts;
  }

  private String done(String... command) throws IOException, InterruptedException {
    Run run = run(command);
    assertThat(run.exit()).as(String.join(" ", command) + "%n" + run.output()).isZero();
    return run.output();
  }

  private void refused(String what, String sentence, String... command)
      throws IOException, InterruptedException {
    Run run = run(command);
    assertThat(run.exit()).as(what + "%n" + run.output()).isEqualTo(1);
    assertThat(run.output()).as(what).contains(sentence);
  }

  private Run run(String... command) throws IOException, InterruptedException {
    Process process = process(command).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private ProcessBuilder process(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.set(0, ROOT.resolve(command[0]).toString());
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("LOCAL_DIRECTORY", directory.resolve("regions").toString());
    return builder;
  }
}
