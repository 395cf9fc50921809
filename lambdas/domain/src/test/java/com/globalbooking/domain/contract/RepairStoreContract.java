package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.BookingStatus;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.RepairStore;
import com.globalbooking.domain.RepairStore.Changed;
import com.globalbooking.domain.RepairStore.Move;
import com.globalbooking.domain.RepairStore.TwinCancellation;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.StayReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link RepairStore} and {@link StayReader} promise. Each test starts with empty tables. */
public abstract class RepairStoreContract {
  private static final Booking BOOKING = booking("bk-1", THREE_NIGHTS, 2);

  /** The store of {@link Sample#HERE}. */
  protected abstract RepairStore store();

  /** Reads what the store writes. */
  protected abstract AllotmentReader allotments();

  /** Reads what the store writes. */
  protected abstract BookingReader bookings();

  /** The stays of {@link Sample#HERE}. */
  protected abstract StayReader stays();

  /** Puts an allotment as a load, a sale or replication would. */
  protected abstract void put(Allotment allotment);

  /** Puts a booking over whatever stands there. */
  protected abstract void put(Booking booking);

  /** Ids of the events written, {@code bookingId~region~version}, in any order. */
  protected abstract List<String> events();

  @Test
  void movesAWholeStayGivesBackItsOldNightsAndTakesTheNewOnes() {
    onSale(-2, 4);
    put(BOOKING);

    assertThat(store().move(move(BOOKING, -2, 4))).isEqualTo(Changed.DONE);

    assertThat(available(ROOM.id())).containsExactly(0, 0, 0);
    assertThat(available(SUITE)).containsExactly(2, 2, 2);
    assertThat(allotments().read(List.of(Sample.night(0)), List.of(HERE)).getFirst().version())
        .isEqualTo(8);
    Booking moved = bookings().find(BOOKING.id()).getFirst();
    assertThat(moved).isEqualTo(BOOKING.movedTo(SUITE));
    assertThat(moved.status()).isEqualTo(BookingStatus.REASSIGNED);
    assertThat(events()).containsExactly("bk-1~us-west-2~2");
  }

  @Test
  void movesNothingWhenTheBookingIsNotAsItWasSeen() {
    onSale(-2, 4);
    for (Booking now :
        List.of(
            BOOKING.cancelled(),
            with(BOOKING, BookingStatus.CHECKED_IN, 1),
            with(BOOKING, BookingStatus.CONFIRMED, 2),
            protect(BOOKING))) {
      put(now);

      assertThat(store().move(move(BOOKING, -2, 4))).as("%s", now).isEqualTo(Changed.OUTDATED);
      assertThat(bookings().find(BOOKING.id())).containsExactly(now);
    }
    assertThat(available(ROOM.id())).containsExactly(-2, -2, -2);
    assertThat(available(SUITE)).containsExactly(4, 4, 4);
    assertThat(events()).isEmpty();
  }

  @Test
  void takesNothingWhenOneNightOfTheNewRoomHasTooFewUnits() {
    onSale(-2, 4);
    put(inSuite(2, 1));
    put(BOOKING);
    var into = List.of(inSuite(0, 4), inSuite(1, 4), inSuite(2, 1));

    assertThat(store().move(new Move(BOOKING, nights(ROOM.id(), -2), into, NOW)))
        .isEqualTo(Changed.OUTDATED);

    assertThat(available(ROOM.id())).containsExactly(-2, -2, -2);
    assertThat(available(SUITE)).containsExactly(4, 4, 1);
    assertThat(bookings().find(BOOKING.id())).containsExactly(BOOKING);
  }

  @Test
  void movesNothingWhenANightOfEitherRoomHasChangedSince() {
    onSale(-2, 4);
    put(BOOKING);
    Allotment oldNight = allotment(1, -2);
    put(new Allotment(oldNight.night(), HERE, 20, -2, 8));
    assertThat(store().move(move(BOOKING, -2, 4))).isEqualTo(Changed.OUTDATED);

    put(oldNight);
    put(new Allotment(inSuite(1, 4).night(), HERE, 20, 4, inSuite(1, 4).rank(), 8));
    assertThat(store().move(move(BOOKING, -2, 4))).isEqualTo(Changed.OUTDATED);
    assertThat(available(ROOM.id())).containsExactly(-2, -2, -2);
    assertThat(available(SUITE)).containsExactly(4, 4, 4);
  }

  @Test
  void movesOnce() {
    onSale(-2, 4);
    put(BOOKING);

    assertThat(store().move(move(BOOKING, -2, 4))).isEqualTo(Changed.DONE);
    assertThat(store().move(move(BOOKING, -2, 4))).isEqualTo(Changed.OUTDATED);
    assertThat(available(ROOM.id())).containsExactly(0, 0, 0);
    assertThat(events()).hasSize(1);
  }

  @Test
  void cancelsATwinOnceAndGivesItsUnitsBackThoughOthersSoldMeanwhile() {
    onSale(5, 4);
    put(BOOKING);
    var cancellation = new TwinCancellation(BOOKING, nights(ROOM.id(), 5), NOW);
    put(new Allotment(Sample.night(0), HERE, 20, 3, 9));

    assertThat(store().cancel(cancellation)).isEqualTo(Changed.DONE);
    assertThat(store().cancel(cancellation)).isEqualTo(Changed.OUTDATED);

    assertThat(available(ROOM.id())).containsExactly(5, 7, 7);
    assertThat(bookings().find(BOOKING.id())).containsExactly(BOOKING.cancelled());
    assertThat(events()).containsExactly("bk-1~us-west-2~2");
  }

  @Test
  void findsItsOwnStaysThatHaveANightInTheRange() {
    Booking longStay = booking("bk-2", new Stay(FIRST.minusDays(29), FIRST.plusDays(1)), 1);
    put(BOOKING);
    put(longStay);
    put(booking("bk-3", Stay.oneNight(FIRST.minusDays(1)), 1));
    put(booking("bk-4", THERE, ONE_NIGHT, 1));
    put(BOOKING.movedTo(SUITE));

    assertThat(stays().stays(ROOM.property(), new DateRange(FIRST, FIRST)))
        .containsExactlyInAnyOrder(BOOKING.movedTo(SUITE), longStay);
    assertThat(stays().stays(ROOM.property(), new DateRange(FIRST.plusDays(2), FIRST.plusDays(9))))
        .containsExactly(BOOKING.movedTo(SUITE));
    assertThat(stays().stays(new PropertyId("x"), new DateRange(FIRST, FIRST))).isEmpty();
  }

  private void onSale(int inRoom, int inSuite) {
    nights(ROOM.id(), inRoom).forEach(this::put);
    nights(SUITE, inSuite).forEach(this::put);
  }

  private static Move move(Booking booking, int availableInRoom, int availableInSuite) {
    return new Move(
        booking, nights(ROOM.id(), availableInRoom), nights(SUITE, availableInSuite), NOW);
  }

  private static List<Allotment> nights(RoomId room, int available) {
    return IntStream.range(0, 3)
        .mapToObj(day -> room.equals(SUITE) ? inSuite(day, available) : allotment(day, available))
        .toList();
  }

  private List<Integer> available(RoomId room) {
    return IntStream.range(0, 3)
        .mapToObj(day -> new RoomNight(new Room(ROOM.property(), room), FIRST.plusDays(day)))
        .map(night -> allotments().read(List.of(night), List.of(HERE)).getFirst().available())
        .toList();
  }

  private static Booking with(Booking booking, BookingStatus status, long version) {
    return Sample.copy(booking, status, version, booking.isProtected());
  }

  private static Booking protect(Booking booking) {
    return Sample.copy(booking, booking.status(), booking.version(), true);
  }
}
