package com.globalbooking.domain;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.Escalations.People;
import com.globalbooking.domain.MovingPolicy.Option;
import com.globalbooking.domain.RepairStore.Changed;
import com.globalbooking.domain.RepairStore.Move;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ends the shortage of a night of this Region's own allotment by moving bookings, one whole stay at
 * a time, as {@link MovingPolicy} says, until nothing is short; if no room takes anyone, people are
 * told. Everything is decided on fresh reads and written under conditions on what was read, so
 * repeats and concurrent changes do no harm, and nothing taken is left behind.
 */
public final class ResolvingOverbooking {
  /** The most bookings that one run moves: a message must end in time, and comes again. */
  static final int MOST_MOVES = 40;

  private static final Comparator<BookingId> BY_ID = comparing(BookingId::value);

  private final Region own;
  private final Sources sources;
  private final RepairStore store;
  private final Escalations escalations;
  private final People people;
  private final JitteredRetry retry;
  private final Clock clock;

  /** Where it reads. */
  public record Sources(
      AllotmentReader allotments,
      AvailabilityStore availability,
      StayReader stays,
      BookingReader bookings) {}

  public ResolvingOverbooking(
      Region own,
      Sources sources,
      RepairStore store,
      Escalations escalations,
      People people,
      JitteredRetry retry,
      Clock clock) {
    this.own = own;
    this.sources = sources;
    this.store = store;
    this.escalations = escalations;
    this.people = people;
    this.retry = retry;
    this.clock = clock;
  }

  /** Ends what is short of the night by now, whatever was reported. */
  public Resolution resolve(Overbooking reported) {
    if (!reported.owner().equals(own)) {
      return new Resolution.NotOurs(reported.owner());
    }
    LocalDate today = Days.notYetOver(clock);
    if (reported.night().date().isBefore(today)) {
      return new Resolution.NightOver();
    }
    var run = new Run(reported.night(), today);
    return retry
        .<Optional<Resolution>>until(Optional::isPresent, () -> run.attempt(false))
        .or(() -> run.attempt(true))
        .orElseGet(() -> new Resolution.Unfinished(run.moved));
  }

  /** One message; remembers whom it moved. */
  private final class Run {
    private final RoomNight night;
    private final LocalDate today;
    private final List<Booking> moved = new ArrayList<>();

    Run(RoomNight night, LocalDate today) {
      this.night = night;
      this.today = today;
    }

    /**
     * Moves until nothing is short or nobody can be moved; empty when it has to be tried again.
     *
     * @param last whether to go on though the list of stays lacks some that the allotment counts
     */
    Optional<Resolution> attempt(boolean last) {
      try {
        while (moved.size() < MOST_MOVES) {
          Optional<Allotment> now =
              sources.allotments().read(List.of(night), List.of(own)).stream()
                  .filter(allotment -> allotment.overbooked() > 0)
                  .findFirst();
          if (now.isEmpty()) {
            escalations.clear(night);
            return Optional.of(new Resolution.Resolved(moved));
          }
          List<Booking> stays = stays();
          if (!last && units(stays) < now.get().taken()) {
            return Optional.empty();
          }
          Optional<Move> move = firstPossible(stays, now.get().overbooked());
          if (move.isEmpty()) {
            return escalate(now.get(), stays);
          }
          if (store.move(move.get()) != Changed.DONE) {
            return Optional.empty();
          }
          moved.add(move.get().moved());
        }
      } catch (StoreBusyException e) {
        return Optional.empty();
      }
      return Optional.of(new Resolution.Unfinished(moved));
    }

    private List<Booking> stays() {
      var thatNight = new DateRange(night.date(), night.date());
      return sources.stays().stays(night.room().property(), thatNight).stream()
          .filter(booking -> booking.holds(night))
          .toList();
    }

    private static int units(List<Booking> stays) {
      return stays.stream().mapToInt(booking -> booking.units().count()).sum();
    }

    private Optional<Move> firstPossible(List<Booking> stays, int shortUnits) {
      var inventory = new Inventory(night.room().property());
      return stays.stream()
          .filter(this::mayMove)
          .sorted(MovingPolicy.order(shortUnits))
          .map(booking -> move(booking, inventory))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private boolean mayMove(Booking booking) {
      return MovingPolicy.mayMove(booking, night, own, today);
    }

    private Optional<Move> move(Booking listed, Inventory inventory) {
      List<Allotment> from = inventory.of(listed.room().id(), listed.stay());
      if (from.size() != listed.stay().nights().size()) {
        return Optional.empty();
      }
      return MovingPolicy.destination(listed, from, inventory.others(listed))
          .flatMap(
              option ->
                  fresh(listed)
                      .map(booking -> new Move(booking, from, option.nights(), clock.instant())));
    }

    /** The list of stays may be behind; the booking itself is not. */
    private Optional<Booking> fresh(Booking listed) {
      return sources.bookings().find(listed.id()).stream()
          .filter(this::mayMove)
          .filter(booking -> booking.stay().equals(listed.stay()))
          .filter(booking -> booking.units().equals(listed.units()))
          .findFirst();
    }

    private Optional<Resolution> escalate(Allotment now, List<Booking> stays) {
      var escalation = new Escalation(now, clock.instant());
      return switch (escalations.escalate(escalation)) {
        case TOLD -> Optional.of(new Resolution.Escalated(escalation.shortage(), moved, false));
        case UNTOLD -> {
          if (!people.tell(escalation, stays.stream().map(Booking::id).sorted(BY_ID).toList())) {
            yield Optional.empty();
          }
          escalations.told(escalation);
          yield Optional.of(new Resolution.Escalated(escalation.shortage(), moved, true));
        }
        case OUTDATED, UNDECIDED -> Optional.empty();
      };
    }
  }

  /** This Region's allotments of a property, as of now, each read once. */
  private final class Inventory {
    private final PropertyId property;
    private final Map<RoomNight, Optional<Allotment>> read = new HashMap<>();
    private final Map<DateRange, Set<String>> rooms = new HashMap<>();

    Inventory(PropertyId property) {
      this.property = property;
    }

    /** Those of the nights that exist, in order. */
    List<Allotment> of(RoomId room, Stay stay) {
      List<RoomNight> nights = nights(room, stay);
      load(nights);
      return nights.stream().map(this::loaded).flatMap(Optional::stream).toList();
    }

    /** The other rooms that are on sale for every night of the stay. */
    List<Option> others(Booking booking) {
      List<RoomId> others =
          rooms(booking.stay()).stream()
              .map(RoomId::new)
              .filter(room -> !room.equals(booking.room().id()))
              .toList();
      load(others.stream().flatMap(room -> nights(room, booking.stay()).stream()).toList());
      return others.stream()
          .map(room -> new Option(room, of(room, booking.stay())))
          .filter(option -> option.nights().size() == booking.stay().nights().size())
          .toList();
    }

    /** Which rooms there are may be a moment old; what they have free is not. */
    private Set<String> rooms(Stay stay) {
      var range = new DateRange(stay.checkIn(), stay.checkOut().minusDays(1));
      return rooms.computeIfAbsent(
          range,
          _ -> {
            var ids = new TreeSet<String>();
            sources.availability().find(property, range, Optional.empty()).stream()
                .filter(allotment -> allotment.owner().equals(own))
                .forEach(allotment -> ids.add(allotment.night().room().id().value()));
            return ids;
          });
    }

    private List<RoomNight> nights(RoomId room, Stay stay) {
      return stay.nights().stream()
          .map(date -> new RoomNight(new Room(property, room), date))
          .toList();
    }

    private void load(List<RoomNight> nights) {
      List<RoomNight> unread = nights.stream().filter(night -> !read.containsKey(night)).toList();
      if (unread.isEmpty()) {
        return;
      }
      Map<RoomNight, Allotment> found =
          sources.allotments().read(unread, List.of(own)).stream()
              .collect(toMap(Allotment::night, identity()));
      unread.forEach(night -> read.put(night, Optional.ofNullable(found.get(night))));
    }

    private Optional<Allotment> loaded(RoomNight night) {
      return Objects.requireNonNull(read.get(night));
    }
  }
}
