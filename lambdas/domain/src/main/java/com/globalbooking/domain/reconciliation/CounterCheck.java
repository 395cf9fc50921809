package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.reconciliation.Drift.OfCounter;
import com.globalbooking.domain.reconciliation.Drift.Overbooked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This Region's allotments against its live bookings. Allotment and bookings are read one after the
 * other and bookings come from an index, so a night is accused only at the version that it had at
 * the first look: then nothing was sold or given back meanwhile, and both have settled. A night
 * that changed in between is looked at in the next pass.
 */
final class CounterCheck implements Check {
  private final Region own;
  private final AllotmentReader allotments;
  private final StayReader stays;

  CounterCheck(Region own, AllotmentReader allotments, StayReader stays) {
    this.own = own;
    this.allotments = allotments;
    this.stays = stays;
  }

  @Override
  public String name() {
    return "counters";
  }

  @Override
  public List<Drift> suspects(Slice slice) {
    Map<RoomNight, Integer> held = new HashMap<>();
    for (Booking booking : slice.bookings()) {
      if (booking.live()) {
        booking.nights().forEach(night -> held.merge(night, booking.units().count(), Integer::sum));
      }
    }
    var suspects = new ArrayList<Drift>();
    slice
        .of(own)
        .forEach(
            allotment -> {
              if (allotment.taken() != held.getOrDefault(allotment.night(), 0)) {
                suspects.add(new OfCounter(allotment.night(), allotment.version()));
              }
              if (allotment.overbooked() > 0) {
                suspects.add(new Overbooked(allotment.night()));
              }
            });
    return suspects;
  }

  /** What the counter says and what is held, if they differ and nothing has changed. */
  Optional<Difference> stillDiffers(OfCounter suspect) {
    return now(suspect.night())
        .filter(allotment -> allotment.version() == suspect.version())
        .map(allotment -> new Difference(allotment, held(suspect.night())))
        .filter(difference -> difference.allotment().taken() != difference.held());
  }

  /** What is short of the night by now. */
  Optional<Overbooking> stillShort(Overbooked suspect) {
    return now(suspect.night()).flatMap(Overbooking::of);
  }

  /**
   * A counter that is wrong.
   *
   * @param held units of live bookings
   */
  record Difference(Allotment allotment, int held) {
    /** What it means when the counter hides it: more is held than the Region may sell. */
    Optional<Overbooking> hiddenOverbooking() {
      int shortUnits = held - allotment.allotted();
      return shortUnits < 1
          ? Optional.empty()
          : Optional.of(
              new Overbooking(
                  allotment.night(), allotment.owner(), shortUnits, allotment.version()));
    }
  }

  private Optional<Allotment> now(RoomNight night) {
    return allotments.read(List.of(night), List.of(own)).stream().findFirst();
  }

  private int held(RoomNight night) {
    return stays.stays(night.room().property(), new DateRange(night.date(), night.date())).stream()
        .filter(booking -> booking.holds(night))
        .mapToInt(booking -> booking.units().count())
        .sum();
  }
}
