package com.globalbooking.domain;

import static com.globalbooking.domain.BookingStatus.CONFIRMED;
import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.copy;
import static com.globalbooking.domain.contract.Sample.night;

import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.ResolvingOverbooking.Sources;
import com.globalbooking.domain.fake.InMemoryEscalations;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A night that is short, a resolver, and people who may not listen. */
abstract class OverbookedNight {
  static final int OTHERS = 18;

  final VirtualTime time = new VirtualTime(NOW);
  final InMemoryRegion region = new InMemoryRegion(REGIONS);
  final InMemoryEscalations escalations = new InMemoryEscalations(region);
  final List<List<BookingId>> told = new ArrayList<>();
  boolean peopleListen = true;
  RepairStore store = region;
  StayReader stays = region;

  Resolution resolve() {
    return resolver().resolve(new Overbooking(night(0), HERE, 1, 7));
  }

  ResolvingOverbooking resolver() {
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

  boolean tell(Escalation escalation, List<BookingId> bookings) {
    if (peopleListen) {
      told.add(bookings);
    }
    return peopleListen;
  }

  /** Does something before the store makes its next move. */
  void before(int times, Consumer<RepairStore.Move> interference) {
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
  void shortBy(int units) {
    put(allotment(0, -units));
    sold(copy(booking("bk-z", ONE_NIGHT, OTHERS + units + 2), CONFIRMED, 1, true));
  }

  Booking sold(Booking booking) {
    region.receive(new Item.OfBooking(booking));
    return booking;
  }

  void put(Allotment allotment) {
    region.receive(new Item.OfAllotment(allotment));
  }

  int available() {
    return region.read(List.of(night(0)), List.of(HERE)).getFirst().available();
  }

  static Allotment room(String id, int rank, int available) {
    var there = new RoomNight(new Room(ROOM.property(), new RoomId(id)), FIRST);
    return new Allotment(there, HERE, 20, available, new RoomRank(rank), 7);
  }
}
