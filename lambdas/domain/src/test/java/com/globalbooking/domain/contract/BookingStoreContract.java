package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Conditions;
import com.globalbooking.domain.BookingStore.Refusal;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.Stay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link BookingStore} promises. Each test starts with empty tables. */
public abstract class BookingStoreContract {
  private static final Conditions NONE = new Conditions(OptionalLong.empty(), false);
  private static final Conditions KEYED = new Conditions(OptionalLong.empty(), true);

  /** The store of {@link Sample#HERE}, of the Regions in {@link Sample#REGIONS}. */
  protected abstract BookingStore store();

  /** Reads what the store writes. */
  protected abstract AllotmentReader allotments();

  /** Puts an allotment as a load or replication would. */
  protected abstract void put(Allotment allotment);

  /** Puts a booking as replication would. */
  protected abstract void put(Booking booking);

  /** The ids of the bookings that an event was written for. */
  protected abstract List<BookingId> events();

  @Test
  void takesTheUnitsOfEveryNightAndWritesTheBookingAndItsEvent() {
    put(allotment(0, 5));
    put(allotment(1, 4));
    put(allotment(2, 3));
    Booking booking = booking("bk-1", THREE_NIGHTS, 2);

    assertThat(store().book(booking, KEYED)).isEqualTo(new Attempt.Booked());

    assertThat(store().find(booking.id())).containsExactly(booking);
    assertThat(events()).containsExactly(booking.id());
    assertThat(available(0)).isEqualTo(3);
    assertThat(available(1)).isEqualTo(2);
    assertThat(available(2)).isEqualTo(1);
    assertThat(version(0)).isEqualTo(8);
  }

  @Test
  void neverSellsMoreUnitsThanAreAvailable() {
    put(allotment(0, 3));

    assertThat(store().book(booking("bk-1", ONE_NIGHT, 2), NONE)).isEqualTo(new Attempt.Booked());
    assertThat(store().book(booking("bk-2", ONE_NIGHT, 2), NONE))
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.TooFew(FIRST, 1))));
    assertThat(store().book(booking("bk-3", ONE_NIGHT, 1), NONE)).isEqualTo(new Attempt.Booked());
    assertThat(available(0)).isZero();
  }

  @Test
  void sellsNothingWhileANightIsOverbooked() {
    put(allotment(0, -2));

    assertThat(store().book(booking("bk-1", ONE_NIGHT, 1), NONE))
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.TooFew(FIRST, -2))));
    assertThat(available(0)).isEqualTo(-2);
  }

  @Test
  void takesNothingWhenOneNightOfTheStayIsSoldOut() {
    put(allotment(0, 5));
    put(allotment(1, 5));
    put(allotment(2, 0));

    Attempt attempt = store().book(booking("bk-1", THREE_NIGHTS, 1), NONE);

    assertThat(attempt)
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.TooFew(FIRST.plusDays(2), 0))));
    assertThat(available(0)).isEqualTo(5);
    assertThat(available(1)).isEqualTo(5);
    assertThat(store().find(new BookingId("bk-1"))).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void booksOneIdOnce() {
    put(allotment(0, 5));
    Booking booking = booking("bk-1", ONE_NIGHT, 1);

    assertThat(store().book(booking, NONE)).isEqualTo(new Attempt.Booked());
    assertThat(store().book(booking, NONE)).isEqualTo(new Attempt.AlreadyBooked(booking));
    assertThat(available(0)).isEqualTo(4);
    assertThat(events()).hasSize(1);
  }

  @Test
  void findsTheBookingOfAnIdThoughTheNightIsSoldOutByNow() {
    put(allotment(0, 1));
    Booking booking = booking("bk-1", ONE_NIGHT, 1);

    assertThat(store().book(booking, KEYED)).isEqualTo(new Attempt.Booked());
    assertThat(store().book(booking, KEYED)).isEqualTo(new Attempt.AlreadyBooked(booking));
  }

  @Test
  void seesThatAnotherRegionUsedTheIdOfAKey() {
    put(allotment(0, 5));
    Booking theirs = booking("bk-1", THERE, ONE_NIGHT, 1);
    put(theirs);

    assertThat(store().book(booking("bk-1", ONE_NIGHT, 1), KEYED))
        .isEqualTo(new Attempt.AlreadyBooked(theirs));
    assertThat(available(0)).isEqualTo(5);
  }

  @Test
  void neverTakesFromTheAllotmentOfAnotherRegion() {
    put(allotment(0, THERE, 5));

    assertThat(store().book(booking("bk-1", ONE_NIGHT, 1), NONE))
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.NoAllotment(FIRST))));
    assertThat(allotments().read(List.of(night(0)), List.of(THERE)))
        .containsExactly(allotment(0, THERE, 5));
  }

  @Test
  void booksAtTheExpectedVersionOnly() {
    put(allotment(0, 5));

    assertThat(store().book(booking("bk-1", ONE_NIGHT, 1), expecting(6)))
        .isEqualTo(new Attempt.Refused(List.of(new Refusal.OtherVersion(FIRST, 7))));
    assertThat(store().book(booking("bk-2", ONE_NIGHT, 1), expecting(7)))
        .isEqualTo(new Attempt.Booked());
  }

  @Test
  void findsTwinsOfTwoRegionsAndNothingForAnUnknownId() {
    Booking ours = booking("bk-1", ONE_NIGHT, 1);
    Booking theirs = booking("bk-1", THERE, ONE_NIGHT, 1);
    put(ours);
    put(theirs);

    assertThat(store().find(new BookingId("bk-1"))).containsExactlyInAnyOrder(ours, theirs);
    assertThat(store().find(new BookingId("bk-2"))).isEmpty();
  }

  @Test
  void neverOversellsToManyAtOnceAndGivesEachStayAllItsNightsOrNone() throws Exception {
    put(allotment(0, 20));
    put(allotment(1, 20));
    put(allotment(2, 20));
    var guests = new ArrayList<Callable<Boolean>>();
    for (int guest = 0; guest < 40; guest++) {
      Stay stay = guest % 2 == 0 ? ONE_NIGHT : THREE_NIGHTS;
      Booking booking = booking("bk-" + guest, stay, 1);
      guests.add(() -> booked(booking, new SplittableRandom(booking.hashCode())));
    }

    int sold = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> guest : threads.invokeAll(guests)) {
        sold += guest.get() ? 1 : 0;
      }
    }

    assertThat(sold).isEqualTo(20);
    List<Booking> bookings = events().stream().flatMap(id -> store().find(id).stream()).toList();
    assertThat(bookings).hasSize(20);
    long longStays = bookings.stream().filter(b -> b.stay().equals(THREE_NIGHTS)).count();
    assertThat(available(0)).isZero();
    assertThat(available(1)).isEqualTo(20 - (int) longStays);
    assertThat(available(2)).isEqualTo(20 - (int) longStays);
  }

  private boolean booked(Booking booking, SplittableRandom random) {
    var patience =
        new JitteredRetry.Limits(
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(99));
    var retry = new JitteredRetry(patience, Clock.systemUTC(), Thread::sleep, random);
    Attempt attempt =
        retry.until(a -> !(a instanceof Attempt.Undecided), () -> store().book(booking, NONE));
    return switch (attempt) {
      case Attempt.Booked() -> true;
      // An attempt whose answer was lost had happened.
      case Attempt.AlreadyBooked(Booking existing) -> existing.equals(booking);
      case Attempt.Refused(List<Refusal> nights) -> false;
      case Attempt.Undecided() -> throw new AssertionError("not decided within a minute");
    };
  }

  private static Conditions expecting(long version) {
    return new Conditions(OptionalLong.of(version), false);
  }

  private int available(int daysLater) {
    return here(daysLater).available();
  }

  private long version(int daysLater) {
    return here(daysLater).version();
  }

  private Allotment here(int daysLater) {
    return allotments().read(List.of(night(daysLater)), List.of(HERE)).getFirst();
  }
}
