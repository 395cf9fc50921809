package com.globalbooking.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final Map<String, String> TRUST = Map.of("javax.net.ssl.trustStore", "/t.p12");

  @Test
  void bootstrapGetsSystemPropertiesAsArguments() {
    assertThat(launch(Map.of()).command())
        .isEqualTo(List.of("/task/bootstrap", "-Djavax.net.ssl.trustStore=/t.p12"));
  }

  @Test
  void aJvmPackageFindsTheJavaOfThisMachineUnlessTheFunctionNamesAnother() {
    assertThat(environment(Map.of())).containsEntry("JAVA_HOME", System.getProperty("java.home"));
    assertThat(environment(Map.of("JAVA_HOME", "/opt/java")))
        .containsEntry("JAVA_HOME", "/opt/java");
  }

  @Test
  void whatLambdaSetsItselfWins() {
    assertThat(environment(Map.of("_HANDLER", "mine", "LAMBDA_TASK_ROOT", "/mine")))
        .containsEntry("_HANDLER", "bootstrap")
        .containsEntry("LAMBDA_TASK_ROOT", "/task");
  }

  private static Map<String, String> environment(Map<String, String> own) {
    return launch(own).environment("127.0.0.1:2", LocalDate.of(2026, 11, 28));
  }

  private static Launch launch(Map<String, String> environment) {
    var definition =
        new FunctionDefinition(
            "f",
            new RegionName("eu-west-1"),
            Path.of("f.zip"),
            environment,
            128,
            Duration.ofSeconds(1),
            FunctionDefinition.UNRESERVED,
            "arn:aws:iam::000000000000:role/f");
    return new Launch(
        definition,
        Path.of("/task"),
        URI.create("http://127.0.0.1:1"),
        new AccessKey("id", "secret", "token"),
        TRUST);
  }
}
