package com.globalbooking.local.workflow.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A whole state machine.
 *
 * @param timeout how long an execution may take
 */
public record Definition(Flow flow, Optional<Duration> timeout) {

  /**
   * Reads and checks a definition.
   *
   * @param knownResource whether a task's {@code Resource} can be run
   * @throws IllegalArgumentException with a sentence that names the state and the field
   */
  public static Definition parse(String json, Predicate<String> knownResource) {
    return new DefinitionReader(knownResource).read(json);
  }
}
