package com.globalbooking.contract;

/** The classes of PMS integration; each has a queue of its own, so that none waits for another. */
public enum PmsIntegration {
  /** Our JSON over HTTP. */
  JSON("json"),
  /** OpenTravel XML over HTTP. */
  OPENTRAVEL("opentravel");

  /** Requests in a second that one PMS gets from one Region, apart from a short burst. */
  public static final int REQUESTS_PER_SECOND = 50;

  /** Instances of the worker that one queue may start; its event source mapping says so. */
  public static final int MOST_WORKERS = 10;

  private final String id;

  PmsIntegration(String id) {
    this.id = id;
  }

  /** The class as it stands in configuration, in message attributes and in queue names. */
  public String id() {
    return id;
  }
}
