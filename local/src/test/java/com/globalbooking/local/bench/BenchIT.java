package com.globalbooking.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That the bench measures at all; never how fast anything is. */
class BenchIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir Path empty;

  @Test
  void measuresTheFunctionWithAnAotCacheOfItsOwn() throws Exception {
    Path repository = Path.of("..");
    assumeTrue(
        Files.exists(repository.resolve("lambdas/booking-handler/target/function.zip")),
        "the package of booking-handler is not built: run scripts/build");
    int status =
        bench(repository, "--json --starts 1 --warm 5 --instances 1 --variants jvm-aot".split(" "));
    assertThat(status).as("%s", errors).isZero();
    JsonNode result = new ObjectMapper().readTree(out.toString()).at("/results/0");
    assertThat(result.at("/variant").asText()).isEqualTo("JVM_AOT");
    assertThat(result.at("/cold/count").asInt()).isEqualTo(1);
    assertThat(result.at("/warm/count").asInt()).isEqualTo(5);
    assertThat(result.at("/cold/p50").asDouble()).isPositive();
  }

  @Test
  void namesTheScriptThatBuildsAMissingPackage() {
    assertThat(bench(empty, "--variants", "native")).isEqualTo(1);
    assertThat(errors.toString()).contains("run scripts/native booking-handler");
    assertThat(bench(empty, "--variants", "jvm")).isEqualTo(1);
    assertThat(errors.toString()).contains("run scripts/build");
  }

  @Test
  void refusesAFunctionThatDoesNotBook() {
    assertThat(bench(empty, "--function", "inventory-loader")).isEqualTo(1);
    assertThat(errors.toString()).contains("inventory-loader does not book");
  }

  private int bench(Path repository, String... options) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(
            Stream.concat(Stream.of("--root", repository.toString()), Arrays.stream(options))
                .toArray(String[]::new));
  }
}
