package com.globalbooking.domain.fake;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RepairStore;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.domain.StayReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One Region's copy of the tables. Like a global table's, it decides on its own copy alone, tells
 * each item that it wrote, and takes items that other Regions wrote.
 */
public final class InMemoryRegion
    implements BookingStore, InventoryStore, AvailabilityStore, StayReader, RepairStore {
  private final DeployedRegions regions;
  private final Region counter;
  private final Consumer<Item> replication;
  private final Map<AllotmentKey, Allotment> allotments = new HashMap<>();
  private final Map<BookingKey, Booking> bookings = new HashMap<>();
  private final List<Booking> events = new ArrayList<>();
  private final List<Booking> repairs = new ArrayList<>();
  private final List<Overbooking> overbookings = new ArrayList<>();

  /** What a write replicates. */
  public sealed interface Item {
    record OfAllotment(Allotment allotment) implements Item {}

    record OfBooking(Booking booking) implements Item {}
  }

  private record AllotmentKey(RoomNight night, Region owner) {}

  private record BookingKey(BookingId id, Region decidedBy) {}

  /** A Region on its own. */
  public InMemoryRegion(DeployedRegions regions) {
    this(regions, regions.own(), _ -> {});
  }

  /**
   * @param counter whose allotment is sold from; anyone's but this Region's own is the mistake that
   *     a test is to notice
   * @param replication hears of each item written here
   */
  public InMemoryRegion(DeployedRegions regions, Region counter, Consumer<Item> replication) {
    this.regions = regions;
    this.counter = counter;
    this.replication = replication;
  }

  /** Takes an item that another Region wrote, over whatever stands here. */
  public synchronized void receive(Item item) {
    switch (item) {
      case Item.OfAllotment(Allotment allotment) ->
          allotments.put(new AllotmentKey(allotment.night(), allotment.owner()), allotment);
      case Item.OfBooking(Booking booking) ->
          bookings.put(new BookingKey(booking.id(), booking.decidedBy()), booking);
    }
  }

  /** The bookings that this Region wrote an event for, in order. */
  public synchronized List<Booking> events() {
    return List.copyOf(events);
  }

  /** The bookings that were moved or cancelled here, each as it then was, in order. */
  public synchronized List<Booking> repairs() {
    return List.copyOf(repairs);
  }

  /** The overbookings that loads wrote an event for, in order. */
  public synchronized List<Overbooking> overbookings() {
    return List.copyOf(overbookings);
  }

  /** Every allotment that this Region has heard of. */
  public synchronized List<Allotment> allotments() {
    return List.copyOf(allotments.values());
  }

  /** Loses an allotment, as no product does. */
  public synchronized void drop(Allotment allotment) {
    allotments.remove(new AllotmentKey(allotment.night(), allotment.owner()));
  }

  /** Every booking that this Region has heard of. */
  public synchronized List<Booking> bookings() {
    return List.copyOf(bookings.values());
  }

  @Override
  public synchronized Attempt book(Booking booking, Conditions conditions) {
    Optional<Booking> existing =
        (conditions.idUnusedElsewhere() ? regions.all() : List.of(booking.decidedBy()))
            .stream()
                .map(region -> new BookingKey(booking.id(), region))
                .filter(bookings::containsKey)
                .map(bookings::get)
                .findFirst();
    if (existing.isPresent()) {
      return new Attempt.AlreadyBooked(existing.get());
    }
    var refusals = new ArrayList<Refusal>();
    var taken = new ArrayList<Allotment>();
    OptionalLong expected = conditions.expectedVersion();
    for (LocalDate date : booking.stay().nights()) {
      Allotment now =
          allotments.get(new AllotmentKey(new RoomNight(booking.room(), date), counter));
      if (now == null) {
        refusals.add(new Refusal.NoAllotment(date));
      } else if (now.available() < booking.units().count()) {
        refusals.add(new Refusal.TooFew(date, now.available()));
      } else if (expected.isPresent() && expected.getAsLong() != now.version()) {
        refusals.add(new Refusal.OtherVersion(date, now.version()));
      } else {
        taken.add(now.taking(booking.units().count()));
      }
      expected = OptionalLong.empty();
    }
    if (!refusals.isEmpty()) {
      return new Attempt.Refused(refusals);
    }
    taken.forEach(allotment -> write(new Item.OfAllotment(allotment)));
    write(new Item.OfBooking(booking));
    events.add(booking);
    return new Attempt.Booked();
  }

  @Override
  public synchronized List<Booking> find(BookingId id) {
    return bookings.values().stream().filter(booking -> booking.id().equals(id)).toList();
  }

  @Override
  public synchronized List<Allotment> read(
      Collection<RoomNight> nights, Collection<Region> owners) {
    return allotments.values().stream()
        .filter(a -> nights.contains(a.night()) && owners.contains(a.owner()))
        .toList();
  }

  @Override
  public synchronized Written write(List<Change> changes) {
    var written = new ArrayList<Allotment>();
    for (Change change : changes) {
      Allotment now = allotments.get(new AllotmentKey(change.night(), regions.own()));
      int units = change.units().count();
      RoomRank rank = change.rank().orElse(now == null ? RoomRank.STANDARD : now.rank());
      if (now == null && change.seen().isEmpty()) {
        written.add(new Allotment(change.night(), regions.own(), units, units, rank, 1));
      } else if (now != null && as(change, now)) {
        written.add(now.allotting(change.units(), rank));
      } else {
        return Written.OUTDATED;
      }
    }
    written.forEach(allotment -> write(new Item.OfAllotment(allotment)));
    changes.forEach(change -> change.overbooking().ifPresent(overbookings::add));
    return Written.DONE;
  }

  private static boolean as(Change change, Allotment now) {
    Allotment seen = change.seen().orElse(null);
    if (seen == null || seen.allotted() != now.allotted()) {
      return false;
    }
    return change.overbooking().isPresent()
        ? seen.version() == now.version()
        : change.units().count() >= Math.min(now.allotted(), now.taken());
  }

  @Override
  public synchronized List<Booking> stays(PropertyId property, DateRange range) {
    return bookings.values().stream()
        .filter(booking -> booking.decidedBy().equals(regions.own()))
        .filter(booking -> booking.room().property().equals(property))
        .filter(booking -> range.nights().stream().anyMatch(booking::covers))
        .toList();
  }

  @Override
  public synchronized Changed move(Move move) {
    boolean free =
        move.into().stream().allMatch(n -> n.available() >= move.booking().units().count());
    if (!current(move.booking())
        || move.booking().isProtected()
        || !move.from().stream().allMatch(this::current)
        || !move.into().stream().allMatch(this::current)
        || !free) {
      return Changed.OUTDATED;
    }
    int units = move.booking().units().count();
    move.from().forEach(night -> write(new Item.OfAllotment(night.taking(-units))));
    move.into().forEach(night -> write(new Item.OfAllotment(night.taking(units))));
    repaired(move.moved());
    return Changed.DONE;
  }

  @Override
  public synchronized Changed cancel(TwinCancellation cancellation) {
    if (!current(cancellation.booking())) {
      return Changed.OUTDATED;
    }
    int units = cancellation.booking().units().count();
    for (Allotment held : cancellation.held()) {
      Allotment now = allotments.get(new AllotmentKey(held.night(), held.owner()));
      if (now == null) {
        return Changed.OUTDATED;
      }
      write(new Item.OfAllotment(now.taking(-units)));
    }
    repaired(cancellation.booking().cancelled());
    return Changed.DONE;
  }

  private void repaired(Booking booking) {
    write(new Item.OfBooking(booking));
    repairs.add(booking);
  }

  private boolean current(Booking seen) {
    return seen.equals(bookings.get(new BookingKey(seen.id(), seen.decidedBy())));
  }

  private boolean current(Allotment seen) {
    return seen.equals(allotments.get(new AllotmentKey(seen.night(), seen.owner())));
  }

  @Override
  public synchronized List<Allotment> find(
      PropertyId property, DateRange range, Optional<RoomId> room) {
    return allotments.values().stream()
        .filter(a -> a.night().room().property().equals(property))
        .filter(a -> range.nights().contains(a.night().date()))
        .filter(a -> room.isEmpty() || room.get().equals(a.night().room().id()))
        .toList();
  }

  @Override
  public synchronized boolean knows(PropertyId property) {
    return allotments.keySet().stream()
        .anyMatch(key -> key.night().room().property().equals(property));
  }

  private void write(Item item) {
    receive(item);
    replication.accept(item);
  }
}
