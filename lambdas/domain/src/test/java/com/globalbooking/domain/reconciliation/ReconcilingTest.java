package com.globalbooking.domain.reconciliation;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.Units;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcilingTest extends ComparedRegion {
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
}
