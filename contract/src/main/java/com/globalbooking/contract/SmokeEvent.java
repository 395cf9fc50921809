package com.globalbooking.contract;

/**
 * What a new version of a function is invoked with before it takes over, and what it must respond:
 * an executable that cannot start never goes live. Without effect, because a client may deliver an
 * invocation twice.
 */
public final class SmokeEvent {
  /** Field of the event for functions that no API and no event source calls. */
  public static final String SMOKE = "smoke";

  /** What those functions respond. */
  public static final String STARTED = "{\"started\":true}";

  private SmokeEvent() {}

  private enum Kind {
    API("{\"routeKey\":\"GET /health\"}"),
    BATCH("{\"Records\":[]}"),
    TASK("{\"smoke\":true}");

    private final String event;

    Kind(String event) {
      this.event = event;
    }
  }

  /** The event for a function, as JSON. */
  public static String of(Function function) {
    return kind(function).event;
  }

  /**
   * Whether a function responded as one that can serve.
   *
   * @param result the payload of its response, as text
   */
  public static boolean isPassedBy(Function function, String result) {
    return switch (kind(function)) {
      case API -> result.contains("\"statusCode\":200,");
      case BATCH -> result.equals("{\"batchItemFailures\":[]}");
      case TASK -> result.equals(STARTED);
    };
  }

  private static Kind kind(Function function) {
    return switch (function) {
      case BOOKING_HANDLER, INVENTORY_LOADER, AVAILABILITY_READER, REGION_HEALTH -> Kind.API;
      case EVENT_PUBLISHER,
          CACHE_UPDATER,
          HOT_BOOKING_CHECKER,
          PMS_SYNC_WORKER,
          AUDIT_WRITER,
          OVERBOOKING_RESOLVER ->
          Kind.BATCH;
      case AUDIT_MIGRATOR, RECONCILIATION_CHECKER -> Kind.TASK;
    };
  }
}
