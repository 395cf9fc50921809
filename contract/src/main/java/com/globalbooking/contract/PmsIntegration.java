package com.globalbooking.contract;

/** The classes of PMS integration; each has a queue of its own, so that none waits for another. */
public enum PmsIntegration {
  /** Our JSON over HTTP. */
  JSON("json"),
  /** OpenTravel XML over HTTP. */
  OPENTRAVEL("opentravel");

  private final String id;

  PmsIntegration(String id) {
    this.id = id;
  }

  /** The class as it stands in configuration, in message attributes and in queue names. */
  public String id() {
    return id;
  }
}
