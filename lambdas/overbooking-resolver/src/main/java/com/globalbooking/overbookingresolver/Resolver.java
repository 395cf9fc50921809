package com.globalbooking.overbookingresolver;

import com.globalbooking.contract.Metric;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.CancellingTwin;
import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.Resolution;
import com.globalbooking.domain.ResolvingOverbooking;
import com.globalbooking.domain.Twins;
import com.globalbooking.metrics.Metrics;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends a conflict, and counts and tells what came of it. */
final class Resolver {
  private static final Logger LOG = Logger.getLogger(Resolver.class);

  private final ResolvingOverbooking resolving;
  private final CancellingTwin cancelling;
  private final Metrics metrics;

  Resolver(ResolvingOverbooking resolving, CancellingTwin cancelling, Metrics metrics) {
    this.resolving = resolving;
    this.cancelling = cancelling;
    this.metrics = metrics;
  }

  /** What came of a conflict; the names are an answer to the state machine: never rename one. */
  enum Result {
    /** Nothing is short any more. */
    RESOLVED,
    /** People must act, and know. */
    ESCALATED,
    /** The later twin is cancelled. */
    CANCELLED,
    /** It had ended before. */
    NOTHING_TO_DO,
    /** It is another Region's. */
    NOT_OURS,
    /** Not done in time: it must come again. */
    UNFINISHED
  }

  /**
   * What came of it.
   *
   * @param movedBookings in this run
   * @param shortUnits that remain
   */
  record Report(Result result, int movedBookings, int shortUnits) {}

  Report resolve(Conflict conflict) {
    Report report =
        switch (conflict) {
          case Overbooking overbooking -> overbooking(resolving.resolve(overbooking));
          case Twins twins -> twins(cancelling.cancel(twins));
        };
    LOG.infof(
        "%s: %s, %d moved, %d short",
        conflict.id(), report.result(), report.movedBookings(), report.shortUnits());
    return report;
  }

  private Report overbooking(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(List<Booking> moved) ->
          new Report(moved.isEmpty() ? Result.NOTHING_TO_DO : Result.RESOLVED, count(moved), 0);
      case Resolution.Escalated(Overbooking remaining, List<Booking> moved, boolean _) -> {
        // Each time, also when people know already: the alarm lasts as long as the shortage.
        metrics.emit(Metric.UNRESOLVED_OVERBOOKINGS, 1);
        yield new Report(Result.ESCALATED, count(moved), remaining.shortUnits());
      }
      case Resolution.NotOurs _ -> new Report(Result.NOT_OURS, 0, 0);
      case Resolution.NightOver _ -> new Report(Result.NOTHING_TO_DO, 0, 0);
      case Resolution.Unfinished(List<Booking> moved) ->
          new Report(Result.UNFINISHED, count(moved), 0);
    };
  }

  private int count(List<Booking> moved) {
    if (!moved.isEmpty()) {
      metrics.emit(Metric.REASSIGNED_BOOKINGS, moved.size());
    }
    return moved.size();
  }

  private Report twins(CancellingTwin.Outcome outcome) {
    return switch (outcome) {
      case CancellingTwin.Outcome.Cancelled _ -> {
        metrics.emit(Metric.CANCELLED_TWINS, 1);
        yield new Report(Result.CANCELLED, 0, 0);
      }
      case CancellingTwin.Outcome.NothingToDo _ -> new Report(Result.NOTHING_TO_DO, 0, 0);
      case CancellingTwin.Outcome.NotOurs _ -> new Report(Result.NOT_OURS, 0, 0);
      case CancellingTwin.Outcome.Unfinished _ -> new Report(Result.UNFINISHED, 0, 0);
    };
  }
}
