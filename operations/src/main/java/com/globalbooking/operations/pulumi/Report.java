package com.globalbooking.operations.pulumi;

import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param succeeded whether all of it was done
 * @param changes number of resources by operation
 * @param errors what went wrong, each once, in plain words
 */
public record Report(boolean succeeded, Map<String, Integer> changes, List<String> errors) {
  public Report {
    changes = Map.copyOf(changes);
    errors = List.copyOf(errors);
  }

  /** How many resources were, or would be, touched. */
  public int touched() {
    return changes.entrySet().stream()
        .filter(entry -> Change.changes(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
