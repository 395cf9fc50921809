package com.globalbooking.stack.configuration;

/** What a Region's stack does for the global tables. */
public enum Role {
  /** Creates them, with a replica in every other Region. */
  PRIMARY("primary"),
  /** Uses the replicas that the primary stack created. */
  REPLICA("replica");

  private final String value;

  Role(String value) {
    this.value = value;
  }

  /** The role as it stands in the stack's outputs. */
  public String value() {
    return value;
  }
}
