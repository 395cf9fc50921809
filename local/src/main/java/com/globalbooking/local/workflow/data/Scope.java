package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an expression can see.
 *
 * @param data what {@code $} stands for
 * @param context the context object, what {@code $$} stands for
 */
public record Scope(JsonNode data, JsonNode context) {

  /** The same context around other data. */
  public Scope with(JsonNode other) {
    return new Scope(other, context);
  }
}
