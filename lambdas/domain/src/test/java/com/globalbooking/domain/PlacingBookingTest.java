package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.ALICE;
import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.GUEST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.BookingOutcome.Busy;
import com.globalbooking.domain.BookingOutcome.Confirmed;
import com.globalbooking.domain.BookingOutcome.KeyReused;
import com.globalbooking.domain.BookingOutcome.NotOnSale;
import com.globalbooking.domain.BookingOutcome.OwnedBy;
import com.globalbooking.domain.BookingOutcome.SoldOut;
import com.globalbooking.domain.BookingOutcome.VersionConflict;
import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.fake.InMemoryRegion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacingBookingTest {
  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryRegion region = new InMemoryRegion(REGIONS);

  @Test
  void confirmsWithTheScarcestNightsRemainder() {
    onSale(allotment(0, 5), allotment(1, 3), allotment(2, 9));

    BookingOutcome outcome = placing(region).place(request(THREE_NIGHTS, 2, "k"), true);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Confirmed.class,
            confirmed -> {
              assertThat(confirmed.remaining()).isEqualTo(OptionalInt.of(1));
              assertThat(confirmed.replayed()).isFalse();
              assertThat(confirmed.booking().decidedBy()).isEqualTo(HERE);
              assertThat(confirmed.booking().id())
                  .isEqualTo(BookingId.of(ALICE, new IdempotencyKey("k")));
            });
  }

  @Test
  void replaysTheSameRequestAndRefusesTheKeyForAnother() {
    onSale(allotment(0, 1));
    PlacingBooking placing = placing(region);

    Booking booking = ((Confirmed) placing.place(request(ONE_NIGHT, 1, "k"), true)).booking();
    time.pass(Duration.ofHours(1));

    assertThat(placing.place(request(ONE_NIGHT, 1, "k"), true))
        .isEqualTo(new Confirmed(booking, OptionalInt.of(0), true));
    assertThat(placing.place(request(ONE_NIGHT, 2, "k"), true)).isEqualTo(new KeyReused());
  }

  @Test
  void answersWithTheTwinThatStayedWhenItsOwnWasCancelled() {
    onSale(allotment(0, 5));
    PlacingBooking placing = placing(region);
    Booking ours = ((Confirmed) placing.place(request(ONE_NIGHT, 1, "k"), true)).booking();
    Booking theirs =
        new Booking(
            ours.id(),
            THERE,
            ours.room(),
            ours.stay(),
            ours.units(),
            ours.guestId(),
            ours.guest(),
            ours.status(),
            ours.requestHash(),
            ours.createdAt().minusMillis(1),
            1);
    region.receive(new InMemoryRegion.Item.OfBooking(ours.cancelled()));
    region.receive(new InMemoryRegion.Item.OfBooking(theirs));

    assertThat(placing.place(request(ONE_NIGHT, 1, "k"), true))
        .isEqualTo(new Confirmed(theirs, OptionalInt.empty(), true));
  }

  @Test
  void anOverbookedNightIsSoldOutWithNothingAvailable() {
    onSale(allotment(0, -2), allotment(0, THERE, -1));

    assertThat(placing(region).place(request(ONE_NIGHT, 1, "k"), true))
        .isEqualTo(new SoldOut(FIRST, 0, new Units(1)));
  }

  @Test
  void asksTheRegionThatHasEveryNightUnlessItWasAskedItself() {
    onSale(allotment(0, THERE, 5), allotment(1, THERE, 5), allotment(2, THERE, 5));

    BookingRequest request = request(THREE_NIGHTS, 2, "k");

    assertThat(placing(region).place(request, true)).isEqualTo(new OwnedBy(THERE));
    assertThat(placing(region).place(request, false))
        .isEqualTo(new SoldOut(FIRST, 5, new Units(2)));
  }

  @Test
  void asksNobodyWhoLacksANight() {
    onSale(allotment(0, 1), allotment(1, 0), allotment(2, 1));
    onSale(allotment(0, THERE, 5), allotment(1, THERE, 5), allotment(2, THERE, 1));

    assertThat(placing(region).place(request(THREE_NIGHTS, 2, "k"), true))
        .isEqualTo(new SoldOut(FIRST, 5, new Units(2)));
  }

  @Test
  void knowsNightsThatNobodySells() {
    onSale(allotment(0, 5), allotment(1, 5));

    assertThat(placing(region).place(request(THREE_NIGHTS, 1, "k"), true))
        .isEqualTo(new NotOnSale(FIRST.plusDays(2)));
  }

  @Test
  void tellsAChangedVersion() {
    onSale(allotment(0, 5));
    var request =
        new BookingRequest(
            ROOM, ONE_NIGHT, new Units(1), ALICE, GUEST, Optional.empty(), OptionalLong.of(3));

    assertThat(placing(region).place(request, true)).isEqualTo(new VersionConflict(FIRST, 3, 7));
  }

  @Test
  void isBusyWhenNothingIsDecidedWithinTheBudget() {
    var store = new UndecidedStore(Integer.MAX_VALUE);

    BookingOutcome outcome = placing(store).place(request(ONE_NIGHT, 1, "k"), true);

    assertThat(outcome).isInstanceOf(Busy.class);
    assertThat(store.attempts).isGreaterThan(5);
    assertThat(time.instant()).isBefore(NOW.plusSeconds(2));
  }

  @Test
  void anAttemptWhoseAnswerWasLostIsConfirmedAndNoReplay() {
    onSale(allotment(0, 5));
    var store = new UndecidedStore(1);
    store.happensAllTheSame = true;

    BookingOutcome outcome = placing(store).place(request(ONE_NIGHT, 1, null), true);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Confirmed.class, confirmed -> assertThat(confirmed.replayed()).isFalse());
    assertThat(region.events()).hasSize(1);
  }

  @Test
  void confirmsThoughTheRemainderCannotBeRead() {
    onSale(allotment(0, 5));
    AllotmentReader broken =
        (_, _) -> {
          throw new StoreBusyException("throttled");
        };

    BookingOutcome outcome = placing(region, broken).place(request(ONE_NIGHT, 1, "k"), true);

    assertThat(((Confirmed) outcome).remaining()).isEmpty();
  }

  private void onSale(Allotment... allotments) {
    for (Allotment allotment : allotments) {
      region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
    }
  }

  private PlacingBooking placing(BookingStore store) {
    return placing(store, region);
  }

  private PlacingBooking placing(BookingStore store, AllotmentReader reader) {
    var limits =
        new JitteredRetry.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(200));
    var random = new SplittableRandom(1);
    var retry = new JitteredRetry(limits, time, time::pass, random);
    return new PlacingBooking(REGIONS, store, reader, retry, time, random);
  }

  private static BookingRequest request(Stay stay, int units, @Nullable String key) {
    return new BookingRequest(
        ROOM,
        stay,
        new Units(units),
        ALICE,
        GUEST,
        Optional.ofNullable(key).map(IdempotencyKey::new),
        OptionalLong.empty());
  }

  /** Gives no answer at first. */
  private final class UndecidedStore implements BookingStore {
    private final int unanswered;
    private int attempts;
    private boolean happensAllTheSame;

    UndecidedStore(int unanswered) {
      this.unanswered = unanswered;
    }

    @Override
    public Attempt book(Booking booking, Conditions conditions) {
      attempts++;
      if (attempts > unanswered) {
        return region.book(booking, conditions);
      }
      if (happensAllTheSame) {
        assertThat(region.book(booking, conditions)).isEqualTo(new Attempt.Booked());
      }
      return new Attempt.Undecided();
    }

    @Override
    public List<Booking> find(BookingId id) {
      return region.find(id);
    }
  }
}
