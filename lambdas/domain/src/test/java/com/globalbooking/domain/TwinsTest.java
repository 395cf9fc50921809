package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.madeAt;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.CancellingTwin.Outcome;
import com.globalbooking.domain.CheckingBookings.Changed;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Twins are found and the later one goes; overbooked nights are found beside them. */
class TwinsTest {
  private static final Booking OURS = booking("bk-1", ONE_NIGHT, 2);
  private static final Booking THEIRS = booking("bk-1", THERE, ONE_NIGHT, 2);
  private static final Twins WE_LOSE =
      new Twins(ROOM.property(), OURS.id(), HERE, THERE, OURS.version());

  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryRegion region = new InMemoryRegion(REGIONS);

  @Test
  void theLaterTwinLoses() {
    Booking later = madeAt(OURS, NOW.plusMillis(1));

    assertThat(Twins.losing(List.of(later, THEIRS), HERE)).contains(WE_LOSE);
    assertThat(Twins.losing(List.of(later, THEIRS), THERE)).isEmpty();
  }

  @Test
  void ofTwinsOfOneMillisecondTheRegionsNamesDecide() {
    assertThat(Twins.losing(List.of(OURS, THEIRS), HERE)).contains(WE_LOSE);
    assertThat(Twins.losing(List.of(THEIRS, OURS), THERE)).isEmpty();
  }

  @Test
  void aCancelledCopyIsNobodysTwin() {
    assertThat(Twins.losing(List.of(OURS, THEIRS.cancelled()), HERE)).isEmpty();
    assertThat(Twins.losing(List.of(OURS.cancelled(), THEIRS), HERE)).isEmpty();
    assertThat(Twins.losing(List.of(OURS), HERE)).isEmpty();
  }

  @Test
  void onlyTheRegionThatDecidedTheLoserHandsItOver() {
    put(OURS);
    put(THEIRS);
    Changed arrived = changed(THEIRS);

    assertThat(new CheckingBookings(HERE, region, region).check(List.of(arrived)))
        .isEqualTo(Map.of(arrived, List.of(WE_LOSE)));
    assertThat(new CheckingBookings(THERE, region, region).check(List.of(arrived)))
        .isEqualTo(Map.of(arrived, List.of()));
  }

  @Test
  void findsOverbookedNightsOfStaysDecidedHereOnly() {
    put(OURS);
    put(allotment(0, -3));
    put(allotment(0, THERE, -1));
    Changed here = changed(OURS);
    Changed there = changed(booking("bk-2", THERE, ONE_NIGHT, 1));

    assertThat(new CheckingBookings(HERE, region, region).check(List.of(here, there)))
        .isEqualTo(Map.of(here, List.of(new Overbooking(night(0), HERE, 3, 7)), there, List.of()));
  }

  @Test
  void theSameConflictHasTheSameIdAndAnotherVersionAnother() {
    assertThat(new Overbooking(night(0), HERE, 3, 7).id())
        .isEqualTo(new Overbooking(night(0), HERE, 9, 7).id())
        .isNotEqualTo(new Overbooking(night(0), HERE, 3, 8).id())
        .isNotEqualTo(new Overbooking(night(1), HERE, 3, 7).id());
  }

  @Test
  void idsFitTheDeduplicationOfQueues() {
    var room = new Room(new PropertyId("p".repeat(64)), new RoomId("r".repeat(64)));
    var there = new Region("ap-southeast-12");
    assertThat(new Overbooking(new RoomNight(room, night(0).date()), there, 1, Long.MAX_VALUE).id())
        .hasSizeLessThanOrEqualTo(128);
    assertThat(
            new Twins(room.property(), new BookingId("b".repeat(64)), there, HERE, Long.MAX_VALUE)
                .id())
        .hasSizeLessThanOrEqualTo(128);
  }

  @Test
  void cancelsTheOwnCopyGivesItsUnitsBackAndDoesSoOnce() {
    put(OURS);
    put(THEIRS);
    put(allotment(0, 5));

    assertThat(cancelling().cancel(WE_LOSE)).isEqualTo(new Outcome.Cancelled(OURS.cancelled()));
    assertThat(cancelling().cancel(WE_LOSE)).isEqualTo(new Outcome.NothingToDo());
    assertThat(region.read(List.of(night(0)), List.of(HERE)).getFirst().available()).isEqualTo(7);
  }

  @Test
  void doesNothingWhenTheOtherCopyIsNotLiveOrUnknownOrTheLoserIsAnotherRegions() {
    put(OURS);
    put(allotment(0, 5));
    assertThat(cancelling().cancel(WE_LOSE)).isEqualTo(new Outcome.NothingToDo());
    put(THEIRS.cancelled());
    assertThat(cancelling().cancel(WE_LOSE)).isEqualTo(new Outcome.NothingToDo());

    assertThat(cancelling().cancel(new Twins(ROOM.property(), OURS.id(), THERE, HERE, 1)))
        .isEqualTo(new Outcome.NotOurs(THERE));
    assertThat(region.repairs()).isEmpty();
  }

  private CancellingTwin cancelling() {
    var limits =
        new JitteredRetry.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(200));
    var retry = new JitteredRetry(limits, time, time::pass, new SplittableRandom(1));
    return new CancellingTwin(HERE, region, region, region, retry, time);
  }

  private void put(Booking booking) {
    region.receive(new Item.OfBooking(booking));
  }

  private void put(Allotment allotment) {
    region.receive(new Item.OfAllotment(allotment));
  }

  private static Changed changed(Booking booking) {
    return new Changed(booking.id(), booking.decidedBy(), booking.room(), booking.stay());
  }
}
