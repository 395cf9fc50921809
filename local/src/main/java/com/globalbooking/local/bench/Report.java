package com.globalbooking.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.bench.BenchRun.Amount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run of the bench, for people or for programs. */
record Report(String function, Machine machine, Amount amount, List<VariantResult> results) {

  /** As Markdown: method, machine, one table, and what native gains. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(function).append("\n\n").append(method()).append("\n\n");
    text.append(
        """
        | variant | cold p50 | cold p95 | cold p99 | warm p50 | warm p95 | warm p99 | bookings/s, 1 | bookings/s, %d | memory, first answer | memory, under load |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        """
            .formatted(amount.instances()));
    results.forEach(result -> text.append(row(result)));
    ofNative().ifPresent(fast -> text.append('\n').append(ratios(fast)));
    return text.toString();
  }

  /** As JSON, with the names of the records. */
  String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("records of numbers and text become JSON", impossible);
    }
  }

  private String method() {
    return """
        Every answer is a booking on DynamoDB Local on the same machine. Cold: process start to first answer, %d starts each, \
        the variants in turn, after one unmeasured start. Warm: %d bookings one after the other on one instance, after %d \
        unmeasured; then as many on each of %d instances at once. Memory: largest VmHWM of a process. Milliseconds, megabytes.

        Machine: %s, %d cores, %.0f GB, %s, %s."""
        .formatted(
            amount.starts(),
            amount.warm(),
            BenchRun.UNMEASURED_REQUESTS,
            amount.instances(),
            machine.cpu(),
            machine.cores(),
            machine.memoryGigabytes(),
            machine.system(),
            machine.jdk());
  }

  private static String row(VariantResult result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %.0f |\n",
        result.variant().title(),
        result.cold().p50(),
        result.cold().p95(),
        result.cold().p99(),
        result.warm().p50(),
        result.warm().p95(),
        result.warm().p99(),
        result.perSecondOne(),
        result.perSecondAll(),
        result.memoryFirstMegabytes(),
        result.memoryLoadMegabytes());
  }

  private String ratios(VariantResult fast) {
    StringBuilder text = new StringBuilder();
    for (VariantResult slow : results) {
      if (slow.variant().isJvm()) {
        text.append(
            String.format(
                Locale.ROOT,
                "* native against %s: cold p50 1/%.1f, cold p95 1/%.1f, warm p50 1/%.1f, memory 1/%.1f\n",
                slow.variant().title(),
                slow.cold().p50() / fast.cold().p50(),
                slow.cold().p95() / fast.cold().p95(),
                slow.warm().p50() / fast.warm().p50(),
                slow.memoryFirstMegabytes() / fast.memoryFirstMegabytes()));
      }
    }
    return text.toString();
  }

  private Optional<VariantResult> ofNative() {
    return results.stream().filter(result -> !result.variant().isJvm()).findFirst();
  }
}
