package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;

/**
 * Share of a processor, which Lambda grants by memory (1,769 MB is one), and time to answer.
 *
 * @param memoryMegabytes between 128 and 10,240
 */
public record FunctionSize(int memoryMegabytes, int timeoutSeconds) {

  /** The longest that one look at a segment may be told to take. */
  public static final int RECONCILIATION_BUDGET_SECONDS_MAX = 90;

  /**
   * The size of a function.
   *
   * <p>The time is more than a function's own limits add up to (booking: 4 s of attempts, 2 s of
   * reading, 2.5 s of another Region; the loader 10 s and 2.5 s), so that a slow request is
   * answered 503 by the function and never cut off without an answer. What works on a batch gives
   * up by itself too and says how far it came. The checker has half a minute more than its largest
   * budget, to finish what it has begun.
   */
  public static FunctionSize of(Function function) {
    return switch (function) {
      case BOOKING_HANDLER -> new FunctionSize(1024, 10);
      case INVENTORY_LOADER -> new FunctionSize(512, 15);
      case AVAILABILITY_READER -> new FunctionSize(512, 10);
      case REGION_HEALTH -> new FunctionSize(512, 5);
      case EVENT_PUBLISHER, CACHE_UPDATER, HOT_BOOKING_CHECKER, AUDIT_WRITER ->
          new FunctionSize(512, 30);
      case PMS_SYNC_WORKER, OVERBOOKING_RESOLVER -> new FunctionSize(512, 60);
      case AUDIT_MIGRATOR -> new FunctionSize(1024, 300);
      case RECONCILIATION_CHECKER -> new FunctionSize(1769, RECONCILIATION_BUDGET_SECONDS_MAX + 30);
    };
  }
}
