package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLogsTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private @TempDir Path directory;
  private final MetricStore store = new MetricStore(new SettableClock(START));

  @Test
  void valuesAreTakenOnceAsTheLogGrows() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory.resolve("logs"), store);
    logs.read();
    Files.createDirectories(directory.resolve("logs"));
    append("logs/f.log", "starting\n" + line("1"));
    logs.read();
    logs.read();
    append("logs/f.log", line("2"));
    logs.read();

    assertThat(sum()).contains(3.0);
  }

  @Test
  void aLineIsReadOnlyOnceItIsWhole() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory, store);
    String line = line("7");
    append("f.log", line.substring(0, 40));
    logs.read();
    assertThat(sum()).isEmpty();

    append("f.log", line.substring(40));
    logs.read();

    assertThat(sum()).contains(7.0);
    assertThat(logs.malformed()).isZero();
  }

  @Test
  void whatAnEarlierRunWroteIsLeftAlone() throws IOException {
    append("f.log", line("100"));
    FunctionLogs logs = new FunctionLogs(directory, store);
    append("f.log", line("1"));
    logs.read();

    assertThat(sum()).contains(1.0);
  }

  @Test
  void aFileThatWasEmptiedIsReadFromItsBeginning() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory, store);
    append("f.log", line("1") + line("1"));
    logs.read();
    Files.writeString(directory.resolve("f.log"), line("5"));
    logs.read();

    assertThat(sum()).contains(7.0);
  }

  @Test
  void anEndlessLineDoesNotFillTheMemoryAndTheNextOneIsRead() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory, store);
    append("f.log", "x".repeat(3 << 20) + "\n" + line("1"));
    logs.read();

    assertThat(sum()).contains(1.0);
  }

  @Test
  void linesThatMeantToBeMetricsAreCounted() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory, store);
    append("f.log", line("\"none\""));
    logs.read();

    assertThat(logs.malformed()).isEqualTo(1);
    assertThat(sum()).isEmpty();
  }

  @Test
  void accessLogsAreNoFunctionsLogs() throws IOException {
    FunctionLogs logs = new FunctionLogs(directory, store);
    append("api.access.log", line("1"));
    logs.read();

    assertThat(sum()).isEmpty();
  }

  private Optional<Double> sum() {
    return store.value(
        MetricId.of("N", "M", "D", "d"), START, Duration.ofMinutes(1), Statistic.Simple.SUM);
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(
        directory.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(String value) {
    return ("{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[{\"Namespace\":\"N\",\"Dimensions\":[[\"D\"]],"
            + "\"Metrics\":[{\"Name\":\"M\"}]}]},\"D\":\"d\",\"M\":%s}\n")
        .formatted(START.toEpochMilli(), value);
  }
}
