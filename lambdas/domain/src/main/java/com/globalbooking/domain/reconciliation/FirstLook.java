package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.Days;
import com.globalbooking.domain.PmsUnavailableException;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.reconciliation.InventoryPass.Page;
import com.globalbooking.domain.reconciliation.InventoryPass.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes on over a segment, property by property, until the time is spent, there are enough suspects,
 * or the segment ends; the next look goes on from there, or begins anew.
 */
final class FirstLook {
  /** The most suspects of one look: the state machine carries them. */
  static final int MOST_SUSPECTS = 100;

  /** After so many failures what does not answer is left alone until the next look. */
  private static final int PATIENCE = 3;

  private final InventoryPass pass;
  private final StayReader stays;
  private final List<Check> checks;
  private final Duration budget;
  private final Clock clock;

  FirstLook(
      InventoryPass pass, StayReader stays, List<Check> checks, Duration budget, Clock clock) {
    this.pass = pass;
    this.stays = stays;
    this.checks = List.copyOf(checks);
    this.budget = budget;
    this.clock = clock;
  }

  Findings look(Segment segment) {
    var run = new Run(segment);
    run.go();
    return run.findings();
  }

  private final class Run {
    private final Segment segment;
    private final Instant end;
    private final LocalDate today;
    private final List<Drift> suspects = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final List<Allotment> property = new ArrayList<>();
    private Optional<Position> compared;
    private boolean finished;
    private int roomNights;
    private int bookings;

    Run(Segment segment) {
      this.segment = segment;
      this.end = clock.instant().plus(budget);
      this.today = Days.notYetOver(clock);
      this.compared = pass.bookmark(segment);
    }

    /** At least one property is compared, however short the time: the pass must get on. */
    void go() {
      Optional<Position> from = compared;
      boolean more = true;
      while (more) {
        Page page = pass.next(segment, from);
        for (Allotment allotment : page.allotments()) {
          if (!property.isEmpty() && !belongs(allotment)) {
            compare();
            if (enough()) {
              pass.setBookmark(segment, compared);
              return;
            }
          }
          property.add(allotment);
        }
        from = page.next();
        more = from.isPresent();
      }
      if (!property.isEmpty()) {
        compare();
      }
      finished = true;
      pass.setBookmark(segment, Optional.empty());
    }

    private boolean belongs(Allotment allotment) {
      return propertyOf(property.getFirst()).equals(propertyOf(allotment));
    }

    private boolean enough() {
      return suspects.size() >= MOST_SUSPECTS || !clock.instant().isBefore(end);
    }

    private void compare() {
      compared = Optional.of(Position.of(property.getLast()));
      List<Allotment> coming =
          property.stream().filter(a -> !a.night().date().isBefore(today)).toList();
      property.clear();
      if (coming.isEmpty()) {
        return;
      }
      LocalDate first =
          coming.stream().map(a -> a.night().date()).min(LocalDate::compareTo).orElseThrow();
      LocalDate last =
          coming.stream().map(a -> a.night().date()).max(LocalDate::compareTo).orElseThrow();
      var range = new DateRange(first, last);
      PropertyId id = propertyOf(coming.getFirst());
      var slice = new Slice(id, range, coming, stays.stays(id, range));
      roomNights += coming.size();
      bookings += slice.bookings().size();
      checks.forEach(check -> compare(check, slice));
    }

    /** What does not answer is not covered: no drift is no answer to it. */
    private void compare(Check check, Slice slice) {
      if (failures.getOrDefault(check.name(), 0) >= PATIENCE) {
        return;
      }
      try {
        suspects.addAll(check.suspects(slice));
      } catch (StoreBusyException
          | CacheUnavailableException
          | AuditUnavailableException
          | PmsUnavailableException e) {
        failures.merge(check.name(), 1, Integer::sum);
      }
    }

    Findings findings() {
      return new Findings(
          false,
          suspects.stream().limit(MOST_SUSPECTS).toList(),
          List.of(),
          List.of(),
          new Findings.Coverage(roomNights, bookings, finished, List.copyOf(failures.keySet())),
          0);
    }
  }

  private static PropertyId propertyOf(Allotment allotment) {
    return allotment.night().room().property();
  }
}
