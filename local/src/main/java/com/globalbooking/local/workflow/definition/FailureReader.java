package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.ReferencePath;
import com.globalbooking.local.workflow.definition.FailureHandling.Catcher;
import com.globalbooking.local.workflow.definition.FailureHandling.Retrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads {@code Retry} and {@code Catch}. */
final class FailureReader {
  private static final String ALL = "States.ALL";
  private static final Set<String> RETRIER =
      Set.of(
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy");
  private static final Set<String> CATCHER = Set.of("Comment", "ErrorEquals", "ResultPath", "Next");

  private FailureReader() {}

  static FailureHandling read(Source state) {
    List<Source> retriers = state.objects("Retry");
    List<Source> catchers = state.objects("Catch");
    onlyLastCatchesAll(retriers);
    onlyLastCatchesAll(catchers);
    return new FailureHandling(
        retriers.stream().map(FailureReader::retrier).toList(),
        catchers.stream().map(FailureReader::catcher).toList());
  }

  private static Retrier retrier(Source source) {
    source.allowOnly(RETRIER);
    String jitter = source.optionalText("JitterStrategy").orElse("NONE");
    if (!Set.of("NONE", "FULL").contains(jitter)) {
      throw source.wrong("JitterStrategy", "must be NONE or FULL");
    }
    OptionalDouble longest = OptionalDouble.empty();
    if (source.has("MaxDelaySeconds")) {
      longest = OptionalDouble.of(source.optionalWhole("MaxDelaySeconds", 1).orElseThrow());
    }
    return new Retrier(
        errors(source),
        Duration.ofSeconds(source.optionalWhole("IntervalSeconds", 1).orElse(1L)),
        Math.toIntExact(source.optionalWhole("MaxAttempts", 0).orElse(3L)),
        source.optionalNumber("BackoffRate", 1).orElse(2.0),
        longest,
        jitter.equals("FULL"));
  }

  private static Catcher catcher(Source source) {
    source.allowOnly(CATCHER);
    return new Catcher(
        errors(source),
        source.nullable("ResultPath", ReferencePath.WHOLE, ReferencePath::parse),
        source.text("Next"));
  }

  private static void onlyLastCatchesAll(List<Source> sources) {
    for (int i = 0; i < sources.size(); i++) {
      List<String> errors = errors(sources.get(i));
      if (errors.contains(ALL) && (errors.size() > 1 || i < sources.size() - 1)) {
        throw sources.get(i).wrong("ErrorEquals", "must name States.ALL alone and last");
      }
    }
  }

  private static List<String> errors(Source source) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : source.node("ErrorEquals")) {
      if (!error.isTextual()) {
        throw source.wrong("ErrorEquals", "must be a list of error names");
      }
      errors.add(error.textValue());
    }
    if (errors.isEmpty()) {
      throw source.wrong("ErrorEquals", "must be a list of error names");
    }
    return errors;
  }
}
