package com.globalbooking.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionVersionsTest {
  private static final Path ONE = Path.of("one");
  private static final Path TWO = Path.of("two");

  private final List<Integer> started = new ArrayList<>();
  private final FunctionVersions versions =
      new FunctionVersions(
          version -> {
            started.add(version.number());
            return new FunctionPool(
                version.definition(),
                Limits.ofThisMachine(),
                others -> {
                  throw new IllegalStateException("nothing is invoked");
                });
          });

  @Test
  void codeAndConfigurationMakeVersionsAndTheReservationDoesNot() {
    assertThat(versions.publish(function(128, 1), ONE)).isEqualTo(1);
    assertThat(versions.publish(function(128, 1), ONE)).isEqualTo(1);
    assertThat(versions.publish(function(128, 5), ONE)).isEqualTo(1);
    assertThat(versions.definition().reservedConcurrency()).isEqualTo(5);
    assertThat(versions.publish(function(256, 5), ONE)).isEqualTo(2);
    assertThat(versions.publish(function(256, 5), TWO)).isEqualTo(3);
  }

  @Test
  void anAliasStaysWhereItIsUntilItIsMoved() {
    versions.publish(function(128, 1), ONE);
    versions.point("live", "1");
    FunctionPool before = versions.pool("live").orElseThrow();

    versions.publish(function(256, 1), ONE);

    assertThat(versions.pool("live")).containsSame(before);
    assertThat(versions.versionOf("live")).contains("1");
    assertThat(versions.versionOf("$LATEST")).contains("2");
    assertThat(versions.all()).hasSize(2);
    versions.point("live", "2");
    assertThat(versions.all()).hasSize(1);
    assertThat(versions.pool("live").orElseThrow().definition().memoryMegabytes()).isEqualTo(256);
    versions.point("live", "1");
    assertThat(versions.pool("live").orElseThrow().definition().memoryMegabytes()).isEqualTo(128);
    assertThat(started).containsExactly(1, 2, 1);
  }

  @Test
  void whatIsNotThereIsToldSo() {
    versions.publish(function(128, 1), ONE);

    assertThat(versions.pool("live")).isEmpty();
    assertThat(versions.pool("7")).isEmpty();
    assertThatThrownBy(() -> versions.point("live", "7")).hasMessageContaining("version 7");
    versions.point("live", "1");
    versions.removeAlias("live");
    versions.removeAlias("live");
    assertThat(versions.pool("live")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f, f, $LATEST, f",
    "f:live, f, live, f:live",
    "f:$LATEST, f, $LATEST, f",
    "arn:aws:lambda:eu-west-1:0:function:f, f, $LATEST, f",
    "arn:aws:lambda:eu-west-1:0:function:f:3, f, 3, f:3",
  })
  void functionsAreNamedInSeveralWays(String given, String name, String qualifier, String suffix) {
    var reference = FunctionReference.of(given);

    assertThat(reference).isEqualTo(new FunctionReference(name, qualifier));
    assertThat(reference.suffix()).isEqualTo(suffix);
  }

  private static FunctionDefinition function(int memory, int reserved) {
    return new FunctionDefinition(
        "f",
        new RegionName("eu-west-1"),
        Path.of("f.zip"),
        Map.of(),
        memory,
        Duration.ofSeconds(3),
        reserved,
        "arn:aws:iam::000000000000:role/r");
  }
}
