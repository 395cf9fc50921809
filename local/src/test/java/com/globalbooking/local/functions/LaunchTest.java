package com.globalbooking.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final Map<String, String> TRUST = Map.of("javax.net.ssl.trustStore", "/t.p12");

  @Test
  void aNativeExecutableGetsSystemPropertiesAsArguments() {
    assertThat(launch(new FunctionRuntime.Provided()).command())
        .isEqualTo(List.of("/task/bootstrap", "-Djavax.net.ssl.trustStore=/t.p12"));
  }

  @Test
  void aJvmGetsThemBeforeItsMainClass() {
    List<String> command = launch(new FunctionRuntime.ManagedJava("Handler::handle")).command();

    assertThat(command.indexOf("-Djavax.net.ssl.trustStore=/t.p12"))
        .isPositive()
        .isLessThan(command.indexOf(JavaRuntime.MAIN));
  }

  private static Launch launch(FunctionRuntime runtime) {
    var definition =
        new FunctionDefinition(
            "f",
            new RegionName("eu-west-1"),
            runtime,
            Path.of("f.zip"),
            Map.of(),
            128,
            Duration.ofSeconds(1),
            FunctionDefinition.UNRESERVED,
            "arn:aws:iam::000000000000:role/f");
    return new Launch(
        definition,
        Path.of("/task"),
        Path.of("/runtime"),
        URI.create("http://127.0.0.1:1"),
        new AccessKey("id", "secret", "token"),
        TRUST);
  }
}
