package com.globalbooking.domain;

import static com.globalbooking.domain.BookingStatus.CHECKED_IN;
import static com.globalbooking.domain.BookingStatus.CONFIRMED;
import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.copy;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static com.globalbooking.domain.contract.Sample.madeAt;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.ResolvingOverbooking.Sources;
import com.globalbooking.domain.fake.InMemoryEscalations;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResolvingOverbookingTest {
  private static final int OTHERS = 18;

  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryRegion region = new InMemoryRegion(REGIONS);
  private final InMemoryEscalations escalations = new InMemoryEscalations(region);
  private final List<List<BookingId>> told = new ArrayList<>();
  private boolean peopleListen = true;
  private RepairStore store = region;
  private StayReader stays = region;

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

  private Resolution resolve() {
    return resolver().resolve(new Overbooking(night(0), HERE, 1, 7));
  }

  private ResolvingOverbooking resolver() {
    var limits =
        new JitteredRetry.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(200));
    return new ResolvingOverbooking(
        HERE,
        new Sources(region, region, stays, region),
        store,
        escalations,
        this::tell,
        new JitteredRetry(limits, time, time::pass, new SplittableRandom(1)),
        time);
  }

  private boolean tell(Escalation escalation, List<BookingId> bookings) {
    if (peopleListen) {
      told.add(bookings);
    }
    return peopleListen;
  }

  /** Does something before the store makes its next move. */
  private void before(int times, Consumer<RepairStore.Move> interference) {
    var left = new ArrayList<Integer>();
    store =
        new RepairStore() {
          @Override
          public Changed move(Move move) {
            if (left.size() < times) {
              left.add(1);
              interference.accept(move);
            }
            return region.move(move);
          }

          @Override
          public Changed cancel(TwinCancellation cancellation) {
            return region.cancel(cancellation);
          }
        };
  }

  /** The night is short; most of what is sold is held by guests who cannot be moved. */
  private void shortBy(int units) {
    put(allotment(0, -units));
    sold(copy(booking("bk-z", ONE_NIGHT, OTHERS + units + 2), CONFIRMED, 1, true));
  }

  private Booking sold(Booking booking) {
    region.receive(new Item.OfBooking(booking));
    return booking;
  }

  private void put(Allotment allotment) {
    region.receive(new Item.OfAllotment(allotment));
  }

  private int available() {
    return region.read(List.of(night(0)), List.of(HERE)).getFirst().available();
  }

  private static Allotment room(String id, int rank, int available) {
    var there = new RoomNight(new Room(ROOM.property(), new RoomId(id)), FIRST);
    return new Allotment(there, HERE, 20, available, new RoomRank(rank), 7);
  }
}
