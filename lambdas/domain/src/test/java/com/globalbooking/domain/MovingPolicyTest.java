package com.globalbooking.domain;

import static com.globalbooking.domain.BookingStatus.CHECKED_IN;
import static com.globalbooking.domain.BookingStatus.CONFIRMED;
import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.copy;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is moved, and where to. */
class MovingPolicyTest extends OverbookedNight {
  @Test
  void ofBookingsMadeAtOnceTheOneGoesThatAloneEndsTheShortageWithFewestUnits() {
    shortBy(2);
    sold(booking("bk-a", ONE_NIGHT, 1));
    sold(booking("bk-b", ONE_NIGHT, 5));
    Booking enough = sold(booking("bk-c", ONE_NIGHT, 3));
    put(inSuite(0, 9));

    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of(enough.movedTo(SUITE))));
  }

  @Test
  void movesSeveralWhenOneIsNotEnough() {
    shortBy(3);
    sold(booking("bk-a", ONE_NIGHT, 1));
    sold(booking("bk-b", ONE_NIGHT, 1));
    sold(booking("bk-c", ONE_NIGHT, 2));
    put(inSuite(0, 9));

    assertThat(resolve())
        .isInstanceOfSatisfying(
            Resolution.Resolved.class,
            resolved ->
                assertThat(resolved.moved())
                    .extracting(Booking::id)
                    .containsExactly(new BookingId("bk-c"), new BookingId("bk-a")));
  }

  @Test
  void neverMovesWhoHasArrivedIsProtectedOrIsInTheHouse() {
    shortBy(1);
    sold(copy(booking("bk-in", ONE_NIGHT, 1), CHECKED_IN, 2, false));
    sold(copy(booking("bk-protected", ONE_NIGHT, 1), CONFIRMED, 1, true));
    put(inSuite(0, 9));

    assertThat(resolve()).isInstanceOf(Resolution.Escalated.class);
    assertThat(region.repairs()).isEmpty();
  }

  @Test
  void neverMovesAStayWhoseDayOfCheckInIsOver() {
    time.pass(Duration.between(NOW, FIRST.plusDays(1).atTime(13, 0).toInstant(ZoneOffset.UTC)));
    put(allotment(1, -1));
    sold(booking("bk-1", THREE_NIGHTS, 1));
    put(allotment(0, 0));
    put(allotment(2, 0));
    put(inSuite(0, 9));
    put(inSuite(1, 9));
    put(inSuite(2, 9));

    assertThat(resolver().resolve(new Overbooking(night(1), HERE, 1, 7)))
        .isInstanceOf(Resolution.Escalated.class);
  }

  @Test
  void aStayGoesOnlyWhereEveryNightIsFree() {
    shortBy(1);
    put(allotment(1, 3));
    put(allotment(2, 3));
    Booking stay = sold(booking("bk-1", THREE_NIGHTS, 2));
    put(inSuite(0, 9));
    put(inSuite(1, 1));
    put(inSuite(2, 9));
    assertThat(resolve()).isInstanceOf(Resolution.Escalated.class);

    put(inSuite(1, 2));
    assertThat(resolve()).isEqualTo(new Resolution.Resolved(List.of(stay.movedTo(SUITE))));
  }

  @Test
  void takesTheLowestSufficientRankThenTheRoomWithMostFree() {
    shortBy(1);
    Booking guest = sold(booking("bk-1", ONE_NIGHT, 1));
    put(room("attic", 49, 9));
    put(room("penthouse", 90, 9));
    put(room("lake", 60, 2));
    put(room("garden", 60, 3));

    assertThat(resolve())
        .isEqualTo(new Resolution.Resolved(List.of(guest.movedTo(new RoomId("garden")))));
  }

  @Test
  void neverTakesFromAnotherRegionsAllotment() {
    shortBy(1);
    sold(booking("bk-1", ONE_NIGHT, 1));
    Allotment theirs = new Allotment(inSuite(0, 9).night(), THERE, 9, 9, new RoomRank(80), 1);
    put(theirs);

    assertThat(resolve()).isInstanceOf(Resolution.Escalated.class);
  }
}
