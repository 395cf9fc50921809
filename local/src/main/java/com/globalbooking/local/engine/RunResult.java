package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.List;

/**
 * A run that came to its end.
 *
 * @param outputs the stack's outputs
 * @param resources every resource that was registered or read, in that order
 */
public record RunResult(Fields outputs, List<RecordedResource> resources) {
  public RunResult {
    resources = List.copyOf(resources);
  }

  /** The resources for which nothing local stands. */
  public List<RecordedResource> unknown() {
    return resources.stream().filter(it -> it.treatment() == Treatment.UNKNOWN).toList();
  }
}
