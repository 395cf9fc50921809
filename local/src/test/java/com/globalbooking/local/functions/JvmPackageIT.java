package com.globalbooking.local.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.contract.SmokeEvent;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that the build makes, with an endpoint for AWS that does not answer. */
class JvmPackageIT {
  private static final RegionName REGION = new RegionName("eu-west-1");

  @TempDir private Path directory;

  @Test
  void startsOnTheJavaOfThisMachineWhereItBringsNone() {
    assertThat(answer(Function.EVENT_PUBLISHER, Map.of()))
        .matches(answer -> SmokeEvent.isPassedBy(Function.EVENT_PUBLISHER, answer));
  }

  @Test
  void startsOnItsOwnJavaWhereItBringsOne() {
    assertThat(answer(Function.AUDIT_MIGRATOR, Map.of("JAVA_HOME", "/none")))
        .matches(answer -> SmokeEvent.isPassedBy(Function.AUDIT_MIGRATOR, answer));
  }

  @Test
  void saysSoWhereThereIsNoJava() {
    assertThat(answer(Function.EVENT_PUBLISHER, Map.of("JAVA_HOME", "/none")))
        .contains("Runtime.ExitError");
    assertThat(directory.resolve("logs/event-publisher.log"))
        .content()
        .contains("no runtime/bin/java, and JAVA_HOME (/none) no bin/java");
  }

  private String answer(Function function, Map<String, String> variables) {
    Path zip = Path.of("../lambdas", function.id(), "target/function.zip");
    assumeTrue(Files.exists(zip), function.id() + " is not built: run scripts/build");
    Map<String, String> environment =
        new TreeMap<>(
            function.environment().stream()
                .collect(toMap(EnvironmentVariable::name, JvmPackageIT::some)));
    environment.putAll(variables);
    try (var host =
        new FunctionHost(
            REGION,
            directory,
            URI.create("http://127.0.0.1:1"),
            new AccessKeys(RandomGenerator.getDefault()))) {
      host.deploy(
          new FunctionDefinition(
              function.id(),
              REGION,
              zip,
              environment,
              512,
              Duration.ofSeconds(30),
              FunctionDefinition.UNRESERVED,
              "arn:aws:iam::123456789012:role/f"));
      return switch (host.invoke(function.id(), SmokeEvent.of(function).getBytes(UTF_8))) {
        case InvocationResult.Succeeded(byte[] payload) -> new String(payload, UTF_8);
        case InvocationResult.Failed(String type, byte[] _) -> type;
        case InvocationResult other -> other.toString();
      };
    }
  }

  private static String some(EnvironmentVariable variable) {
    return variable == EnvironmentVariable.BOOKING_PMS_CONNECTIONS ? "" : "some";
  }
}
