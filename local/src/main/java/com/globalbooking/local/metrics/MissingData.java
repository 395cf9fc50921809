package com.globalbooking.local.metrics;

import java.util.Arrays;

/** What a period without a value counts as. */
public enum MissingData {
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching"),
  IGNORE("ignore"),
  MISSING("missing");

  private final String id;

  MissingData(String id) {
    this.id = id;
  }

  /** Reads CloudWatch's name. */
  public static MissingData parse(String id) {
    return Arrays.stream(values())
        .filter(it -> it.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + id + "' is no treatment of missing data"));
  }

  /** CloudWatch's name. */
  public String id() {
    return id;
  }
}
