package com.globalbooking.domain;

import static java.util.stream.Collectors.groupingBy;

import com.globalbooking.domain.BookingOutcome.Busy;
import com.globalbooking.domain.BookingOutcome.Confirmed;
import com.globalbooking.domain.BookingOutcome.KeyReused;
import com.globalbooking.domain.BookingOutcome.NotOnSale;
import com.globalbooking.domain.BookingOutcome.OwnedBy;
import com.globalbooking.domain.BookingOutcome.SoldOut;
import com.globalbooking.domain.BookingOutcome.VersionConflict;
import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Conditions;
import com.globalbooking.domain.BookingStore.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Books a stay from this Region's own allotments, without reading first; only a refusal makes it
 * look at what other Regions have. What it sees of them may be old: that only decides whom to ask,
 * never what is sold (invariant {@code NeverOversold}).
 */
public final class PlacingBooking {
  /** What to tell a client that was not served in time. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final DeployedRegions regions;
  private final BookingStore bookings;
  private final AllotmentReader allotments;
  private final JitteredRetry retry;
  private final Clock clock;
  private final RandomGenerator ids;

  /**
   * @param ids unguessable randomness for the ids of bookings without a key
   */
  public PlacingBooking(
      DeployedRegions regions,
      BookingStore bookings,
      AllotmentReader allotments,
      JitteredRetry retry,
      Clock clock,
      RandomGenerator ids) {
    this.regions = regions;
    this.bookings = bookings;
    this.allotments = allotments;
    this.retry = retry;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Decides {@code request}.
   *
   * @param mayForward false for a request that another Region sent here: it is decided here
   */
  public BookingOutcome place(BookingRequest request, boolean mayForward) {
    Booking wanted = wanted(request);
    var conditions = new Conditions(request.expectedVersion(), request.key().isPresent());
    var attempts = new AtomicInteger();
    Attempt attempt =
        retry.until(
            a -> !(a instanceof Attempt.Undecided),
            () -> {
              attempts.incrementAndGet();
              return bookings.book(wanted, conditions);
            });
    return switch (attempt) {
      case Attempt.Booked() -> confirmed(wanted, false);
      case Attempt.AlreadyBooked(Booking existing) ->
          existing(existing, wanted, attempts.get() > 1);
      case Attempt.Refused(List<Refusal> nights) -> refused(request, nights, mayForward);
      case Attempt.Undecided() -> new Busy(RETRY_AFTER);
    };
  }

  private Booking wanted(BookingRequest request) {
    return new Booking(
        request
            .key()
            .map(key -> BookingId.of(request.guestId(), key))
            .orElseGet(() -> BookingId.random(ids)),
        regions.own(),
        request.room(),
        request.stay(),
        request.units(),
        request.guestId(),
        request.guest(),
        BookingStatus.CONFIRMED,
        RequestHash.of(request),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        1);
  }

  private BookingOutcome existing(Booking existing, Booking wanted, boolean triedBefore) {
    if (!existing.requestHash().equals(wanted.requestHash())) {
      return new KeyReused();
    }
    // An attempt of ours may have happened though its answer was lost: then this is no replay.
    boolean replayed = !(triedBefore && existing.equals(wanted));
    if (existing.live()) {
      return confirmed(existing, replayed);
    }
    // A twin that was cancelled here stands for the one that stayed.
    try {
      return confirmed(Twins.survivor(bookings.find(existing.id())).orElse(existing), replayed);
    } catch (StoreBusyException e) {
      return new Busy(RETRY_AFTER);
    }
  }

  private Confirmed confirmed(Booking booking, boolean replayed) {
    return new Confirmed(booking, remaining(booking), replayed);
  }

  private OptionalInt remaining(Booking booking) {
    try {
      return allotments.read(booking.nights(), List.of(booking.decidedBy())).stream()
          .mapToInt(Allotment::free)
          .min();
    } catch (StoreBusyException e) {
      // The booking stands; the figure beside it is not worth failing the answer.
      return OptionalInt.empty();
    }
  }

  private BookingOutcome refused(
      BookingRequest request, List<Refusal> refusals, boolean mayForward) {
    Refusal first = refusals.getFirst();
    if (first instanceof Refusal.OtherVersion(LocalDate night, long actual)) {
      return new VersionConflict(night, request.expectedVersion().orElseThrow(), actual);
    }
    Map<Region, List<Allotment>> elsewhere;
    try {
      elsewhere = elsewhere(request);
    } catch (StoreBusyException e) {
      return new Busy(RETRY_AFTER);
    }
    Optional<Region> owner =
        mayForward
            ? regions.others().stream()
                .filter(region -> covers(elsewhere.getOrDefault(region, List.of()), request))
                .findFirst()
            : Optional.empty();
    if (owner.isPresent()) {
      return new OwnedBy(owner.get());
    }
    return notOnSale(refusals, elsewhere)
        .<BookingOutcome>map(NotOnSale::new)
        .orElseGet(() -> soldOut(request, first, elsewhere));
  }

  private Map<Region, List<Allotment>> elsewhere(BookingRequest request) {
    if (regions.others().isEmpty()) {
      return Map.of();
    }
    return allotments.read(nights(request.room(), request.stay()), regions.others()).stream()
        .collect(groupingBy(Allotment::owner));
  }

  private static boolean covers(List<Allotment> ofOneRegion, BookingRequest request) {
    long enough =
        ofOneRegion.stream().filter(a -> a.available() >= request.units().count()).count();
    return enough == request.stay().nights().size();
  }

  private static Optional<LocalDate> notOnSale(
      List<Refusal> refusals, Map<Region, List<Allotment>> elsewhere) {
    return refusals.stream()
        .filter(Refusal.NoAllotment.class::isInstance)
        .map(Refusal::night)
        .filter(night -> on(night, elsewhere).findAny().isEmpty())
        .findFirst();
  }

  private static SoldOut soldOut(
      BookingRequest request, Refusal first, Map<Region, List<Allotment>> elsewhere) {
    int here = first instanceof Refusal.TooFew(LocalDate night, int available) ? available : 0;
    int there = on(first.night(), elsewhere).mapToInt(Allotment::free).max().orElse(0);
    return new SoldOut(first.night(), Math.max(here, there), request.units());
  }

  private static Stream<Allotment> on(LocalDate night, Map<Region, List<Allotment>> elsewhere) {
    return elsewhere.values().stream()
        .flatMap(List::stream)
        .filter(allotment -> allotment.night().date().equals(night));
  }

  private static List<RoomNight> nights(Room room, Stay stay) {
    return stay.nights().stream().map(night -> new RoomNight(room, night)).toList();
  }
}
