package com.globalbooking.domain.reconciliation;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.Units;
import com.globalbooking.domain.fake.InMemoryAudit;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryInventoryPass;
import com.globalbooking.domain.fake.InMemoryPms;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilingTest {
  private static final Segment ALL = new Segment(0, 1);
  private static final Booking BOOKING = booking("bk-1", THREE_NIGHTS, 2);

  private final InMemoryRegion here = new InMemoryRegion(REGIONS);
  private final InMemoryRegion there =
      new InMemoryRegion(new DeployedRegions(THERE, REGIONS.all()));
  private final InMemoryAvailabilityCache cache = new InMemoryAvailabilityCache();
  private final InMemoryAudit audit = new InMemoryAudit();
  private final InMemoryPms pms = new InMemoryPms();
  private boolean replicaIsUp = true;

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

  @Test
  void whereEverythingAgreesItSuspectsNothingAndTheCacheIsWhole() {
    Findings findings = reconciling(Duration.ofMinutes(1)).firstLook(ALL);

    assertThat(findings)
        .isEqualTo(
            new Findings(
                false,
                List.of(),
                List.of(),
                List.of(),
                new Findings.Coverage(6, 1, true, List.of()),
                0));
    assertThat(cache.find(ROOM.property(), new DateRange(FIRST, FIRST.plusDays(2))).whole())
        .isTrue();
  }

  @Test
  void findsACounterThatIsWrongAndTouchesNothing() {
    Allotment wrong = new Allotment(night(1), HERE, 20, 19, 8);
    everywhere(wrong);

    Findings findings = twoLooks();

    assertThat(findings.drift()).containsExactly(new Drift.OfCounter(night(1), 8));
    assertThat(findings.driftDetected()).isTrue();
    assertThat(findings.conflicts()).isEmpty();
    assertThat(here.read(List.of(night(1)), List.of(HERE))).containsExactly(wrong);
  }

  @Test
  void aCounterAboveItsAllotmentIsFoundToo() {
    everywhere(new Allotment(night(1), HERE, 20, 25, 8));

    assertThat(twoLooks().drift()).containsExactly(new Drift.OfCounter(night(1), 8));
  }

  @Test
  void aCounterThatHidesAnOverbookingIsAConflict() {
    everywhere(new Allotment(night(1), HERE, 1, 1, 8));

    assertThat(twoLooks().conflicts()).containsExactly(new Overbooking(night(1), HERE, 1, 8));
  }

  @Test
  void aNightThatChangedBetweenTheLooksIsNotAccused() {
    everywhere(new Allotment(night(1), HERE, 20, 19, 8));
    List<Drift> suspects = reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects();
    assertThat(suspects).isNotEmpty();
    everywhere(new Allotment(night(1), HERE, 20, 17, 9));

    assertThat(reconciling(Duration.ZERO).secondLook(suspects).drift()).isEmpty();
  }

  @Test
  void anOverbookedNightIsAConflictAndNoDrift() {
    for (int day = 0; day < 3; day++) {
      everywhere(new Allotment(night(day), HERE, day == 1 ? 1 : 20, day == 1 ? -1 : 18, 8));
    }

    Findings findings = twoLooks();

    assertThat(findings.conflicts()).containsExactly(new Overbooking(night(1), HERE, 1, 8));
    assertThat(findings.driftDetected()).isFalse();
  }

  @Test
  void healsAnEntryThatTheCacheLacksOrHasOlder() {
    cache.lose();
    cache.put(List.of(new Allotment(night(0), HERE, 20, 20, 3)));

    Findings findings = twoLooks();

    assertThat(findings.healed()).isEqualTo(6);
    assertThat(findings.drift()).hasSize(6).allMatch(Drift.OfCache.class::isInstance);
    assertThat(cache.find(ROOM.property(), new DateRange(FIRST, FIRST.plusDays(2))).allotments())
        .containsExactlyInAnyOrderElementsOf(here.allotments());
    assertThat(twoLooks().driftDetected()).isFalse();
  }

  @Test
  void removesAnEntryOfAnAllotmentThatNoLongerExists() {
    var suite = new RoomNight(new Room(ROOM.property(), SUITE), FIRST);
    cache.put(List.of(new Allotment(suite, HERE, 5, 5, 4)));

    assertThat(twoLooks().healed()).isEqualTo(1);
    assertThat(cache.find(ROOM.property(), new DateRange(FIRST, FIRST)).allotments()).hasSize(2);
  }

  @Test
  void reportsButNeverOverwritesAnEntryNewerThanTheTable() {
    Allotment newer = new Allotment(night(0), HERE, 20, 3, 99);
    cache.put(List.of(newer));

    Findings findings = twoLooks();

    assertThat(findings.drift()).containsExactly(new Drift.OfCache(night(0), HERE, 7));
    assertThat(findings.healed()).isZero();
    assertThat(cache.find(ROOM.property(), new DateRange(FIRST, FIRST)).allotments())
        .contains(newer);
  }

  @Test
  void aCacheThatCaughtUpBetweenTheLooksIsNotAccused() {
    Allotment sold = new Allotment(night(0), HERE, 22, 20, 8);
    here.receive(new Item.OfAllotment(sold));
    there.receive(new Item.OfAllotment(sold));
    List<Drift> suspects = reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects();
    assertThat(suspects).hasSize(1);
    cache.put(List.of(sold));
    here.receive(new Item.OfAllotment(new Allotment(night(0), HERE, 22, 19, 9)));

    assertThat(reconciling(Duration.ZERO).secondLook(suspects).driftDetected()).isFalse();
  }

  @Test
  void findsAReplicaThatStaysBehindAndNoneThatIsOnlySlow() {
    Allotment changed = new Allotment(night(0), HERE, 22, 20, 8);
    here.receive(new Item.OfAllotment(changed));
    cache.put(List.of(changed));
    assertThat(twoLooks().drift()).containsExactly(new Drift.OfReplica(night(0), THERE, 8));

    List<Drift> suspects = reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects();
    there.receive(new Item.OfAllotment(changed));
    assertThat(reconciling(Duration.ZERO).secondLook(suspects).drift()).isEmpty();
  }

  @Test
  void findsAnEventThatTheAuditTrailLacks() {
    Booking moved = BOOKING.movedTo(ROOM.id());
    here.receive(new Item.OfBooking(moved));
    pms.put(ROOM.property(), reservation(moved));

    assertThat(twoLooks().drift())
        .containsExactly(new Drift.OfAudit(ROOM.property(), BOOKING.id(), 2));

    audit.add("bk-1~us-west-2~2");
    assertThat(twoLooks().drift()).isEmpty();
  }

  @Test
  void findsWhatTheHotelLacksHasOtherwiseOrHasTooMuch() {
    var expected = new Drift.OfPms(ROOM.property(), BOOKING.id(), THREE_NIGHTS, 1);
    pms.lose(ROOM.property(), BOOKING.id(), HERE);
    assertThat(twoLooks().drift()).containsExactly(expected);

    pms.put(
        ROOM.property(),
        new Reservation(BOOKING.id(), HERE, ROOM.id(), THREE_NIGHTS, new Units(1), true, 1));
    assertThat(twoLooks().drift()).containsExactly(expected);

    pms.put(ROOM.property(), reservation(BOOKING));
    pms.put(ROOM.property(), reservation(booking("bk-x", THREE_NIGHTS, 1)));
    pms.put(ROOM.property(), reservation(booking("bk-y", THERE, THREE_NIGHTS, 1)));
    assertThat(twoLooks().drift())
        .containsExactly(
            new Drift.OfPms(
                ROOM.property(), booking("bk-x", THREE_NIGHTS, 1).id(), THREE_NIGHTS, 0));
  }

  @Test
  void whatDoesNotAnswerIsNotCoveredAndNeitherDriftNorNone() {
    cache.lose();
    audit.lose("bk-1~us-west-2~1");
    List<Drift> suspects = reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects();
    cache.setUp(false);
    audit.setUp(false);
    pms.setUp(false);
    replicaIsUp = false;

    Findings first = reconciling(Duration.ofMinutes(1)).firstLook(ALL);
    assertThat(first.suspects()).isEmpty();
    assertThat(first.coverage().unavailable())
        .containsExactly("audit", "cache", "pms", "replica:eu-west-1");
    Findings second = reconciling(Duration.ZERO).secondLook(suspects);
    assertThat(second.driftDetected()).isFalse();
    assertThat(second.coverage().unavailable()).containsExactly("audit", "cache");
  }

  @Test
  void goesOnWhereItStoppedComparesAllInTheEndAndBeginsAnew() {
    InMemoryInventoryPass pass = new InMemoryInventoryPass(here::allotments);
    for (int hotel = 0; hotel < 4; hotel++) {
      var room = new Room(new PropertyId("hotel-" + hotel), ROOM.id());
      for (int day = 0; day < 4; day++) {
        everywhere(new Allotment(new RoomNight(room, FIRST.plusDays(day)), HERE, 9, 9, 1));
      }
    }
    var nights = new ArrayList<Integer>();
    Findings.Coverage coverage;
    do {
      coverage = reconciling(pass, Duration.ZERO).firstLook(ALL).coverage();
      nights.add(coverage.roomNights());
    } while (!coverage.segmentFinished());

    assertThat(nights).containsExactly(4, 4, 4, 4, 6);
    assertThat(reconciling(pass, Duration.ofMinutes(1)).firstLook(ALL).coverage().roomNights())
        .isEqualTo(22);
  }

  @Test
  void nightsThatAreOverAreLeftOut() {
    var past = new RoomNight(ROOM, LocalDate.of(2026, 11, 18));
    here.receive(new Item.OfAllotment(new Allotment(past, HERE, 9, 4, 1)));

    assertThat(reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects()).isEmpty();
  }

  @Test
  void aLookCarriesNoMoreSuspectsThanTheStateMachineCan() {
    for (int day = 3; day < 150; day++) {
      everywhere(new Allotment(night(day), HERE, 20, 19, 1));
    }

    Findings findings = reconciling(Duration.ofMinutes(1)).firstLook(ALL);

    assertThat(findings.suspects()).hasSize(FirstLook.MOST_SUSPECTS);
  }

  private Findings twoLooks() {
    Reconciling reconciling = reconciling(Duration.ofMinutes(1));
    return reconciling.secondLook(reconciling.firstLook(ALL).suspects());
  }

  private Reconciling reconciling(Duration budget) {
    return reconciling(new InMemoryInventoryPass(here::allotments), budget);
  }

  private Reconciling reconciling(InventoryPass pass, Duration budget) {
    return new Reconciling(
        REGIONS,
        new Reconciling.Tables(pass, here, here, here),
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

  private void everywhere(Allotment allotment) {
    here.receive(new Item.OfAllotment(allotment));
    there.receive(new Item.OfAllotment(allotment));
    cache.put(List.of(allotment));
  }

  private static Reservation reservation(Booking booking) {
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
