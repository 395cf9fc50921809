package com.globalbooking.local.workflow.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** States and where they start: a state machine, a branch of a Parallel, the items of a Map. */
public record Flow(String startAt, Map<String, State> states) {
  public Flow {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** A state that the definition was found to have. */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("there is no state " + name);
    }
    return state;
  }
}
