package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmfParserTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final String METADATA =
      "'_aws':{'Timestamp':1772366400000,'CloudWatchMetrics':[{'Namespace':'N',"
          + "'Dimensions':[['Function']],'Metrics':[{'Name':'M','Unit':'Count'}]}]}";

  @Test
  void aLineHasTheValuesOfItsMetrics() {
    assertThat(points("{" + METADATA + ",'Function':'f','M':2.5,'bookingId':'b'}"))
        .containsExactly(new Datapoint(MetricId.of("N", "M", "Function", "f"), AT, 2.5));
  }

  @Test
  void aMetricMayHaveSeveralValues() {
    assertThat(points("{" + METADATA + ",'Function':'f','M':[1,2]}"))
        .extracting(Datapoint::value)
        .containsExactly(1.0, 2.0);
  }

  @Test
  void eachDimensionSetIsAMetricOfItsOwn() {
    assertThat(
            points(
                "{"
                    + METADATA.replace("[['Function']]", "[['Function'],[]]")
                    + ",'Function':'f','M':1}"))
        .extracting(Datapoint::metric)
        .containsExactly(MetricId.of("N", "M", "Function", "f"), new MetricId("N", "M", Map.of()));
  }

  @Test
  void aMetricWithoutAValueIsLeftOut() {
    assertThat(points("{" + METADATA + ",'Function':'f'}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INFO started",
        "{",
        "{}",
        "{'level':'INFO','message':'_aws'}",
        "{'_aws':1}",
        "{'_aws':{'Timestamp':1}}",
        " {'_aws':{}}",
        "[]",
        "null",
      })
  void anyOtherLineIsNoConcern(String line) {
    assertThat(EmfParser.parse(quoted(line))).isInstanceOf(EmfLine.Other.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'_aws':{'CloudWatchMetrics':[]}}",
        "{'_aws':{'Timestamp':'now','CloudWatchMetrics':[]}}",
        "{'_aws':{'Timestamp':-1,'CloudWatchMetrics':[]}}",
        "{'_aws':{'Timestamp':1e300,'CloudWatchMetrics':[]}}",
        "{'_aws':{'Timestamp':9223372036854775807,'CloudWatchMetrics':[]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':{}}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[1]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':1}]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N'}]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[1],'Metrics':[]}]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[['D']],'Metrics':[]}]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[['D']],'Metrics':[]}]},'D':1}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[[]],'Metrics':[{}]}]}}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[[]],'Metrics':[{'Name':'M'}]}]},'M':'1'}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[[]],'Metrics':[{'Name':'M'}]}]},'M':[[1]]}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[{'Namespace':'N','Dimensions':[[]],'Metrics':[{'Name':'M'}]}]},'M':1e999}",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[",
        "{'_aws':{'Timestamp':1,'CloudWatchMetrics':[]}} trailing {",
      })
  void aLineThatMeansToBeOneAndIsNotIsTold(String line) {
    EmfLine read = EmfParser.parse(quoted(line));

    if (line.endsWith("trailing {")) {
      assertThat(read).isEqualTo(new EmfLine.Values(List.of()));
    } else {
      assertThat(read).isInstanceOf(EmfLine.Malformed.class);
    }
  }

  @Test
  void aLineBeyondAllMeasureIsNotEvenRead() {
    assertThat(EmfParser.parse(quoted("{" + METADATA + ",'x':'" + "y".repeat(1 << 20) + "'}")))
        .isInstanceOf(EmfLine.Malformed.class);
  }

  @Test
  void deepNestingDoesNotExhaustTheStack() {
    String deep = "[".repeat(100_000);

    assertThat(EmfParser.parse(quoted("{" + METADATA + ",'x':" + deep)))
        .isInstanceOf(EmfLine.Malformed.class);
  }

  private static List<Datapoint> points(String line) {
    return EmfParser.parse(quoted(line)) instanceof EmfLine.Values(List<Datapoint> points)
        ? points
        : List.of();
  }

  private static String quoted(String line) {
    return line.replace('\'', '"');
  }
}
