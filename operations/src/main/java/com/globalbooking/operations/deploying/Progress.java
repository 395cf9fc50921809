package com.globalbooking.operations.deploying;

import static java.util.stream.Collectors.joining;

import com.globalbooking.operations.Console;
import com.globalbooking.operations.pulumi.Change;
import com.globalbooking.operations.pulumi.Operation;
import com.globalbooking.operations.pulumi.Report;
import com.globalbooking.operations.pulumi.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows a run while it goes on: each resource that changes, but of the hundreds that a first
 * deployment makes or a destruction deletes only how many.
 */
final class Progress implements RunListener {
  private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
  private static final int KEYS_MAX = 6;

  private static final Map<String, String> PREVIEWED =
      Map.of(
          "create",
          "to create",
          "update",
          "to change",
          "delete",
          "to delete",
          "replace",
          "to replace");
  private static final Map<String, String> DONE =
      Map.of("create", "created", "update", "changed", "delete", "deleted", "replace", "replaced");

  private final Operation operation;
  private final Console console;
  private final Clock clock;
  private final Set<String> warnings = new HashSet<>();
  private int counted;
  private Instant shown;

  Progress(Operation operation, Console console, Clock clock) {
    this.operation = operation;
    this.console = console;
    this.clock = clock;
    this.shown = clock.instant();
  }

  static String beginning(Operation operation) {
    return switch (operation) {
      case PREVIEW -> "previewing";
      case UP -> "deploying";
      case DESTROY -> "destroying";
    };
  }

  /** How many resources were touched, by what. */
  static String summary(Operation operation, Report report) {
    Map<String, String> words = operation == Operation.PREVIEW ? PREVIEWED : DONE;
    Map<String, Integer> changes = new TreeMap<>(report.changes());
    Integer same = changes.remove("same");
    // A replacement is counted as a whole and in its halves.
    changes.remove("create-replacement");
    changes.remove("delete-replaced");
    String touched =
        changes.entrySet().stream()
            .map(it -> it.getValue() + " " + words.getOrDefault(it.getKey(), it.getKey()))
            .collect(joining(", "));
    String unchanged = same == null ? "" : same + " unchanged";
    return touched.isEmpty() || unchanged.isEmpty()
        ? (touched + unchanged).isEmpty() ? "nothing to do" : touched + unchanged
        : touched + ", " + unchanged;
  }

  @Override
  public void changed(Change change) {
    if (isCounted(change)) {
      counted++;
      Instant now = clock.instant();
      if (!now.isBefore(shown.plus(COUNT_EVERY))) {
        shown = now;
        console.line(
            "  %d %s, last %s %s"
                .formatted(
                    counted,
                    DONE.getOrDefault(change.operation(), change.operation()),
                    change.type(),
                    change.name()));
      }
      return;
    }
    console.line(
        "  %s %s %s%s"
            .formatted(sign(change.operation()), change.type(), change.name(), keys(change)));
  }

  @Override
  public void warned(String sentence) {
    if (warnings.add(sentence)) {
      console.line("  warning: " + sentence.replace("\n", "\n    "));
    }
  }

  private boolean isCounted(Change change) {
    return switch (operation) {
      case PREVIEW -> false;
      case UP -> change.operation().equals("create");
      case DESTROY -> change.operation().equals("delete");
    };
  }

  private static String sign(String operation) {
    return switch (operation) {
      case "create" -> "+";
      case "update" -> "~";
      case "delete" -> "-";
      case "replace" -> "±";
      default -> operation;
    };
  }

  private static String keys(Change change) {
    if (change.keys().isEmpty() || change.operation().equals("create")) {
      return "";
    }
    String some = change.keys().stream().limit(KEYS_MAX).collect(joining(", "));
    return " [" + some + (change.keys().size() > KEYS_MAX ? ", …" : "") + "]";
  }
}
