package com.globalbooking.local.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * Patterns that pick events, as subscriptions and event source mappings have them, evaluated by
 * AWS's own library. An event passes when one of the patterns fits. Immutable.
 */
public final class EventFilter {
  private final Machine machine = Machine.builder().build();
  private final boolean everything;

  private EventFilter(List<String> patterns) {
    everything = patterns.isEmpty();
    for (String pattern : patterns) {
      try {
        machine.addRule(pattern, pattern);
      } catch (IOException refused) {
        throw new IllegalArgumentException(
            "'%s' is not a pattern: %s".formatted(pattern, refused.getMessage()), refused);
      }
    }
  }

  /** Lets everything pass. */
  public static EventFilter everything() {
    return new EventFilter(List.of());
  }

  /**
   * Lets pass what one of the patterns fits; without patterns, everything.
   *
   * @throws IllegalArgumentException when one is not a pattern
   */
  public static EventFilter anyOf(List<String> patterns) {
    return new EventFilter(patterns);
  }

  /** Whether the event passes. */
  public boolean passes(JsonNode event) {
    return everything || !machine.rulesForJSONEvent(event).isEmpty();
  }
}
