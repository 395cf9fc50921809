package com.globalbooking.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.bench.BenchRun.Amount;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Machine MACHINE = new Machine("Some CPU", 2, 8, "Linux 6", "JDK 25");
  private static final VariantResult JVM = result(Variant.JVM, 1500, 120);
  private static final VariantResult NATIVE = result(Variant.NATIVE, 30, 60);

  @Test
  void saysHowWhereAndWhat() {
    String text = report(JVM, NATIVE).markdown();
    assertThat(text)
        .contains("20 starts each")
        .contains("2000 bookings one after the other on one instance, after 200 unmeasured")
        .contains("Machine: Some CPU, 2 cores, 8 GB, Linux 6, JDK 25.")
        .contains("| bookings/s, 4 |")
        .contains("| JVM, no options | 1500.0 | 3000.0 | 4500.0 | 2.00 | 4.00 | 6.00 |")
        .contains("* native against JVM, no options: cold p50 1/50.0, cold p95 1/50.0");
  }

  @Test
  void hasNoRatiosWithoutNative() {
    assertThat(report(JVM).markdown()).doesNotContain("native against");
  }

  @Test
  void everyNumberIsInTheJson() {
    assertThat(report(JVM).json()).contains("\"variant\" : \"JVM\"").contains("\"p95\" : 3000.0");
  }

  @Test
  void percentilesAreMilliseconds() {
    Histogram nanos = new Histogram(3);
    for (int millis = 1; millis <= 100; millis++) {
      nanos.recordValue(millis * 1_000_000L);
    }
    Percentiles percentiles = Percentiles.of(nanos);
    assertThat(percentiles.count()).isEqualTo(100);
    assertThat(percentiles.p50()).isBetween(49.9, 50.1);
    assertThat(percentiles.p95()).isBetween(94.9, 95.1);
  }

  @Test
  void unknownVariantsAndAmountsAreNamed() {
    assertThatThrownBy(() -> Variant.named("c2"))
        .hasMessage("there is no variant 'c2', only jvm, jvm-c1, jvm-aot, native");
    assertThatThrownBy(() -> new Amount(1, 0, 1)).hasMessage("--warm must be 1 or more, not 0");
  }

  private static Report report(VariantResult... results) {
    return new Report("booking-handler", MACHINE, new Amount(20, 2000, 4), List.of(results));
  }

  private static VariantResult result(Variant variant, double cold, double memory) {
    return new VariantResult(
        variant,
        new Percentiles(20, cold, 2 * cold, 3 * cold),
        new Percentiles(2000, 2, 4, 6),
        400,
        800,
        memory,
        memory);
  }
}
