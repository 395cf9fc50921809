package com.globalbooking.operations.pulumi;

import java.util.List;

/**
 * What happens to one resource.
 *
 * @param operation as Pulumi calls it: {@code create}, {@code update}, {@code replace}, {@code
 *     same} …
 * @param type for example {@code aws:sqs/queue:Queue}
 * @param name its logical name
 * @param keys properties that differ
 */
public record Change(String operation, String type, String name, List<String> keys) {
  public Change {
    keys = List.copyOf(keys);
  }

  /** Whether anything happens at all. */
  public boolean changes() {
    return changes(operation);
  }

  /** Whether an operation touches anything but Pulumi's own state. */
  static boolean changes(String operation) {
    return switch (operation) {
      case "same", "read", "read-replacement", "refresh", "discard", "discard-replaced" -> false;
      default -> true;
    };
  }

  /** The second half of a replacement, which is announced as a whole already. */
  boolean belongsToReplacement() {
    return operation.equals("create-replacement") || operation.equals("delete-replaced");
  }
}
