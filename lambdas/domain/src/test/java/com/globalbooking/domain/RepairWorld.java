package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.ALICE;
import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.GUEST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.madeAt;

import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Conditions;
import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.ResolvingOverbooking.Sources;
import com.globalbooking.domain.fake.InMemoryEscalations;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** One history of a Region whose hotels take sold units away; see {@link RepairSimulationTest}. */
final class RepairWorld {
  private static final int NIGHTS = 4;
  private static final int ROOMS = 4;

  private final long seed;
  private final SplittableRandom random;
  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryRegion region = new InMemoryRegion(REGIONS);
  private final List<Conflict> queue = new ArrayList<>();
  private final Map<RoomNight, Integer> allotted = new HashMap<>();
  private final RepairInvariants now;
  private final LoadingInventory loading;
  private final ResolvingOverbooking resolving;
  private final CancellingTwin cancelling;
  private int events;
  private int names;
  private int moves;
  private int escalated;
  private int twins;

  RepairWorld(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.now = new RepairInvariants(seed, region, allotted);
    var limits =
        new JitteredRetry.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofMillis(50));
    var retry = new JitteredRetry(limits, time, time::pass, random);
    var disturbed = new DisturbedRepairStore(region, random, this::book);
    this.loading = new LoadingInventory(REGIONS, HERE, region, retry);
    this.resolving =
        new ResolvingOverbooking(
            HERE,
            new Sources(region, region, region, region),
            disturbed,
            new InMemoryEscalations(region),
            (_, _) -> random.nextInt(4) > 0,
            retry,
            time);
    this.cancelling = new CancellingTwin(HERE, region, region, disturbed, retry, time);
    for (int room = 0; room < ROOMS; room++) {
      for (int day = 0; day < NIGHTS; day++) {
        int units = 1 + random.nextInt(room % 2 == 0 ? 6 : 12);
        RoomNight night = night(room, day);
        var rank = new RoomRank(50 + 10 * (room / 2));
        region.receive(new Item.OfAllotment(new Allotment(night, HERE, units, units, rank, 1)));
        allotted.put(night, units);
      }
    }
  }

  void play() {
    for (int step = 0; step < 80; step++) {
      time.pass(Duration.ofMillis(random.nextInt(3_000)));
      Map<RoomNight, Integer> shortBefore = now.shortUnits();
      boolean cut = step();
      now.unitsConserved();
      if (!cut) {
        now.neverOversold(shortBefore);
      }
    }
    settle();
    now.unitsConserved();
    now.nothingShortWhereARoomIsFree();
  }

  int moves() {
    return moves;
  }

  int escalated() {
    return escalated;
  }

  int twins() {
    return twins;
  }

  /** Whether the hotel may have taken units away. */
  private boolean step() {
    int kind = random.nextInt(8);
    switch (kind) {
      case 0, 1, 2 -> book();
      case 4, 5 -> load();
      case 6 -> twin();
      default -> resolveOne();
    }
    return kind == 4 || kind == 5;
  }

  private void book() {
    var booking = booking("bk-" + names++, HERE);
    Attempt _ = region.book(booking, new Conditions(OptionalLong.empty(), false));
  }

  private Booking booking(String id, Region decidedBy) {
    int first = random.nextInt(NIGHTS);
    int nights = 1 + random.nextInt(NIGHTS - first);
    return new Booking(
        new BookingId(id),
        decidedBy,
        night(random.nextInt(ROOMS), 0).room(),
        new Stay(FIRST.plusDays(first), FIRST.plusDays(first + nights)),
        new Units(1 + random.nextInt(3)),
        ALICE,
        GUEST,
        random.nextInt(6) == 0 ? BookingStatus.CHECKED_IN : BookingStatus.CONFIRMED,
        new RequestHash("00"),
        time.instant(),
        1,
        random.nextInt(6) == 0);
  }

  /** Another Region decided a request that was decided here, before or after. */
  private void twin() {
    List<Booking> here =
        region.bookings().stream().filter(b -> b.live() && b.decidedBy().equals(HERE)).toList();
    if (here.isEmpty()) {
      return;
    }
    Booking ours = here.get(random.nextInt(here.size()));
    Booking theirs = booking(ours.id().value(), THERE);
    Booking earlier = madeAt(theirs, ours.createdAt().plusMillis(random.nextInt(5) - 3));
    region.receive(new Item.OfBooking(earlier));
    Twins.losing(region.find(ours.id()), HERE).ifPresent(this::tell);
  }

  private void load() {
    RoomNight night = night(random.nextInt(ROOMS), random.nextInt(NIGHTS));
    var units = new AllottedUnits(random.nextInt(8));
    LoadingOutcome outcome =
        loading.load(
            new Wish(
                night.room(),
                new DateRange(night.date(), night.date()),
                units,
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean()));
    if (outcome instanceof LoadingOutcome.Loaded) {
      allotted.put(night, units.count());
    }
    List<Overbooking> written = region.overbookings();
    written.subList(events, written.size()).forEach(this::tell);
    events = written.size();
  }

  /** Queues deliver at least once. */
  private void tell(Conflict conflict) {
    queue.add(conflict);
    if (random.nextInt(3) == 0) {
      queue.add(conflict);
    }
  }

  private void resolveOne() {
    if (!queue.isEmpty()) {
      Conflict conflict = queue.get(random.nextInt(queue.size()));
      if (resolve(conflict) && random.nextInt(4) > 0) {
        queue.remove(conflict);
      }
    }
  }

  private boolean resolve(Conflict conflict) {
    return switch (conflict) {
      case Overbooking overbooking ->
          switch (resolving.resolve(overbooking)) {
            case Resolution.Resolved(List<Booking> moved) -> {
              moves += moved.size();
              yield true;
            }
            case Resolution.Escalated(var _, List<Booking> moved, boolean _) -> {
              moves += moved.size();
              escalated++;
              yield true;
            }
            case Resolution.NotOurs _, Resolution.NightOver _ ->
                throw new AssertionError(named("a conflict of this Region"));
            case Resolution.Unfinished _ -> false;
          };
      case Twins pair ->
          switch (cancelling.cancel(pair)) {
            case CancellingTwin.Outcome.Cancelled _ -> {
              twins++;
              yield true;
            }
            case CancellingTwin.Outcome.NothingToDo _ -> true;
            case CancellingTwin.Outcome.NotOurs _ ->
                throw new AssertionError(named("a conflict of this Region"));
            case CancellingTwin.Outcome.Unfinished _ -> false;
          };
    };
  }

  /** The queue drains; after that, the audit finds what is still short, and it is tried again. */
  private void settle() {
    for (int round = 0; round < 20; round++) {
      queue.removeIf(this::resolve);
      for (RoomNight night : allotted.keySet()) {
        Overbooking.of(now.allotment(night)).ifPresent(queue::add);
      }
    }
    queue.removeIf(this::resolve);
  }

  private static RoomNight night(int room, int day) {
    return new RoomNight(
        new Room(ROOM.property(), new RoomId("room-" + room)), FIRST.plusDays(day));
  }

  private String named(String invariant) {
    return invariant + ", seed " + seed;
  }
}
