package com.globalbooking.local.resources;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Systems Manager's parameters of one Region, in memory. Thread-safe. */
public final class Parameters {
  private final Map<String, Parameter> parameters = new ConcurrentHashMap<>();

  /**
   * A parameter.
   *
   * @param version grows by one with each change
   */
  public record Parameter(String type, String value, int version) {}

  /** Sets or replaces a parameter. */
  public Parameter put(String name, String type, String value) {
    return parameters.merge(
        name,
        new Parameter(type, value, 1),
        (old, _) -> new Parameter(type, value, old.version() + 1));
  }

  /** One parameter; empty when there is none of this name. */
  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Takes a parameter away; that there is none is no failure. */
  public void delete(String name) {
    var _ = parameters.remove(name);
  }
}
