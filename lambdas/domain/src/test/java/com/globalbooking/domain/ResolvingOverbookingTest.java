package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static com.globalbooking.domain.contract.Sample.madeAt;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvingOverbookingTest extends OverbookedNight {
  @Test
  void movesTheBookingMadeLastToAFreeRoomAndStopsWhenNothingIsShort() {
    shortBy(1);
    sold(booking("bk-old", ONE_NIGHT, 1));
    Booking last = sold(madeAt(booking("bk-last", ONE_NIGHT, 1), NOW.plusSeconds(9)));
    put(inSuite(0, 5));

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of(last.movedTo(SUITE))));
    assertThat(available()).isZero();
    assertThat(region.read(List.of(inSuite(0, 5).night()), List.of(HERE)).getFirst().available())
        .isEqualTo(4);
  }

  @Test
  void repeatedItDoesNothing() {
    shortBy(1);
    sold(booking("bk-1", ONE_NIGHT, 2));
    put(inSuite(0, 5));
    assertThat(resolve()).isInstanceOf(Resolution.Resolved.class);

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of()));
    assertThat(region.repairs()).hasSize(1);
  }

  @Test
  void tellsPeopleOnceWhenNoRoomTakesAnyone() {
    shortBy(2);
    sold(booking("bk-b", ONE_NIGHT, 1));
    sold(booking("bk-a", ONE_NIGHT, 1));

    var shortage = new Overbooking(night(0), HERE, 2, 7);
    assertThat(resolve()).isEqualTo(new Resolution.Escalated(shortage, List.of(), true));
    assertThat(resolve()).isEqualTo(new Resolution.Escalated(shortage, List.of(), false));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).startsWith(new BookingId("bk-a"), new BookingId("bk-b"));
    assertThat(escalations.events()).containsExactly(shortage);
  }

  @Test
  void tellsPeopleAgainUntilTheMessageIsOnItsWay() {
    shortBy(1);
    peopleListen = false;
    assertThat(resolve()).isEqualTo(new Resolution.Unfinished(List.of()));

    peopleListen = true;
    assertThat(resolve())
        .isInstanceOfSatisfying(
            Resolution.Escalated.class, escalated -> assertThat(escalated.toldNow()).isTrue());
    assertThat(escalations.events()).hasSize(1);
  }

  @Test
  void movesWhomItCanBeforeItTellsPeopleOfTheRest() {
    shortBy(2);
    Booking lucky = sold(booking("bk-a", ONE_NIGHT, 1));
    sold(booking("bk-b", ONE_NIGHT, 1));
    put(inSuite(0, 1));

    assertThat(resolve())
        .isEqualTo(
            new Resolution.Escalated(
                new Overbooking(night(0), HERE, 1, 8), List.of(lucky.movedTo(SUITE)), true));
  }

  @Test
  void readsAgainWhenSomethingChangedBetween() {
    shortBy(1);
    Booking guest = sold(booking("bk-1", ONE_NIGHT, 1));
    put(inSuite(0, 5));
    before(1, _ -> put(inSuite(0, 5).taking(2)));

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of(guest.movedTo(SUITE))));
    assertThat(region.read(List.of(inSuite(0, 5).night()), List.of(HERE)).getFirst().available())
        .isEqualTo(2);
  }

  @Test
  void leavesABookingThatWasCancelledMeanwhile() {
    shortBy(1);
    Booking gone = sold(booking("bk-1", ONE_NIGHT, 1));
    put(inSuite(0, 5));
    before(
        1,
        _ -> {
          region.receive(new Item.OfBooking(gone.cancelled()));
          put(allotment(0, 0));
        });

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of()));
    assertThat(region.repairs()).isEmpty();
  }

  @Test
  void waitsForAListOfStaysThatLacksWhatTheAllotmentCounts() {
    shortBy(1);
    Booking guest = sold(booking("bk-1", ONE_NIGHT, 1));
    put(inSuite(0, 5));
    var asked = new ArrayList<DateRange>();
    stays =
        (property, range) -> {
          asked.add(range);
          return asked.size() < 4 ? List.of() : region.stays(property, range);
        };

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of(guest.movedTo(SUITE))));
  }

  @Test
  void leavesAnotherRegionsAllotmentAndNightsThatAreOver() {
    assertThat(resolver().resolve(new Overbooking(night(0), THERE, 1, 7)))
        .isEqualTo(new Resolution.NotOurs(THERE));

    time.pass(Duration.ofDays(60));
    assertThat(resolve()).isEqualTo(new Resolution.NightOver());
  }
}
