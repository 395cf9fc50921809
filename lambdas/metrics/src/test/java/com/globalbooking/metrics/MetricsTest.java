package com.globalbooking.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics(
          new PrintStream(log, true, UTF_8),
          Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC),
          "test");

  @Test
  void aValueIsOneLineInTheEmbeddedMetricFormat() {
    metrics.emit(Metric.UNRESOLVED_OVERBOOKINGS, 2);

    assertThat(log.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "{\"_aws\":{\"Timestamp\":1000,\"CloudWatchMetrics\":[{\"Namespace\":\"GlobalBooking\","
                + "\"Dimensions\":[[\"Environment\",\"Function\"]],\"Metrics\":[{\"Name\":"
                + "\"UnresolvedOverbookings\",\"Unit\":\"Count\"}]}]},"
                + "\"Environment\":\"test\",\"Function\":\"overbooking-resolver\","
                + "\"UnresolvedOverbookings\":2.0}");
  }

  @Test
  void whatIsAboutAnotherRegionNamesIt() {
    metrics.emitAbout("eu-west-1", Metric.HEARTBEAT_AGE, 61);

    assertThat(log.toString(UTF_8))
        .contains("[[\"Environment\",\"Function\",\"OtherRegion\"]]")
        .contains("\"OtherRegion\":\"eu-west-1\"");
  }

  @Test
  void noOtherMetricNamesARegion() {
    assertThatThrownBy(() -> metrics.emitAbout("eu-west-1", Metric.DRIFT, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noLineCarriesMoreValuesThanTheSpecificationAllows() {
    metrics.emit(Metric.CACHE_DELAY, Collections.nCopies(201, 5.0));

    assertThat(log.toString(UTF_8).lines()).hasSize(3);
  }

  @Test
  void noValuesNoLine() {
    metrics.emit(Metric.CACHE_DELAY, Collections.emptyList());

    assertThat(log.size()).isZero();
  }
}
