package com.globalbooking.domain.reconciliation;

import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.fake.InMemoryAudit;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryInventoryPass;
import com.globalbooking.domain.fake.InMemoryPms;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A Region in which everything agrees, until a test changes something. */
abstract class ComparedRegion {
  static final Segment ALL = new Segment(0, 1);
  static final Booking BOOKING = booking("bk-1", THREE_NIGHTS, 2);

  final InMemoryRegion here = new InMemoryRegion(REGIONS);
  final InMemoryRegion there = new InMemoryRegion(new DeployedRegions(THERE, REGIONS.all()));
  final InMemoryAvailabilityCache cache = new InMemoryAvailabilityCache();
  final InMemoryAudit audit = new InMemoryAudit();
  final InMemoryPms pms = new InMemoryPms();
  boolean replicaIsUp = true;

  @BeforeEach
  void everythingAgrees() {
    for (int day = 0; day < 3; day++) {
      everywhere(allotment(day, 18));
      everywhere(allotment(day, THERE, 20));
    }
    here.receive(new Item.OfBooking(BOOKING));
    audit.add("bk-1~us-west-2~1");
    pms.put(ROOM.property(), reservation(BOOKING));
  }

  Findings twoLooks() {
    Reconciling reconciling = reconciling(Duration.ofMinutes(1));
    return reconciling.secondLook(reconciling.firstLook(ALL).suspects());
  }

  Reconciling reconciling(Duration budget) {
    return reconciling(new InMemoryInventoryPass(here::allotments), budget);
  }

  Reconciling reconciling(InventoryPass pass, Duration budget) {
    return new Reconciling(
        REGIONS,
        new Reconciling.Tables(pass, here, here, here, here),
        new Reconciling.Others(
            cache,
            Map.of(
                THERE,
                (nights, owners) -> {
                  if (!replicaIsUp) {
                    throw new StoreBusyException("The replica is down");
                  }
                  return there.read(nights, owners);
                }),
            audit,
            pms),
        budget,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  void everywhere(Allotment allotment) {
    here.receive(new Item.OfAllotment(allotment));
    there.receive(new Item.OfAllotment(allotment));
    cache.put(List.of(allotment));
  }

  static Reservation reservation(Booking booking) {
    Region decidedBy = booking.decidedBy();
    return new Reservation(
        booking.id(),
        decidedBy,
        booking.room().id(),
        booking.stay(),
        booking.units(),
        booking.live(),
        booking.version());
  }
}
