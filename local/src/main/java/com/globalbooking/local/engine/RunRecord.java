package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run did, while it does it. Thread-safe. */
final class RunRecord {
  private final Map<String, RecordedResource> resources = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private String rootUrn = "";
  private Fields outputs = PropertyValue.fields(Map.of());

  /**
   * Takes a urn before the resource is made.
   *
   * @throws IllegalArgumentException when the program registered it already
   */
  synchronized void claim(RecordedResource resource) {
    if (resources.putIfAbsent(resource.urn(), resource) != null) {
      throw new IllegalArgumentException("Duplicate resource URN '" + resource.urn() + "'");
    }
  }

  synchronized void made(RecordedResource resource) {
    resources.put(resource.urn(), resource);
  }

  synchronized void root(String urn) {
    rootUrn = urn;
  }

  synchronized String root() {
    return rootUrn;
  }

  /** Outputs of components are not kept; those on the root are the stack's. */
  synchronized void outputs(String urn, Fields registered) {
    if (urn.equals(rootUrn)) {
      outputs = registered;
    }
  }

  synchronized Fields stackOutputs() {
    return outputs;
  }

  synchronized void error(String message) {
    errors.add(message);
  }

  synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  synchronized List<RecordedResource> resources() {
    return List.copyOf(resources.values());
  }
}
