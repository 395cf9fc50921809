package com.globalbooking.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.InventoryStore.Change;
import com.globalbooking.domain.InventoryStore.Written;
import com.globalbooking.domain.LoadingOutcome.BelowSold;
import com.globalbooking.domain.LoadingOutcome.Busy;
import com.globalbooking.domain.LoadingOutcome.Loaded;
import com.globalbooking.domain.LoadingOutcome.OwnedBy;
import com.globalbooking.domain.LoadingOutcome.UnknownRegion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets what one Region may sell of a room. Repeating it changes nothing. */
public final class LoadingInventory {
  /** The most nights that one request may set. */
  public static final int MAX_NIGHTS = 400;

  /** What to tell a client that was not served in time. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final DeployedRegions regions;
  private final Region home;
  private final InventoryStore inventory;
  private final JitteredRetry retry;

  /**
   * @param home owns what a hotel gives to no Region by name
   */
  public LoadingInventory(
      DeployedRegions regions, Region home, InventoryStore inventory, JitteredRetry retry) {
    this.regions = regions;
    this.home = home;
    this.inventory = inventory;
    this.retry = retry;
  }

  /**
   * What a hotel says of each night of a range.
   *
   * @param rank of the room; empty: as it was, at first {@link RoomRank#STANDARD}
   * @param owner the Region that may sell the units; empty: the home Region
   * @param acceptOverbooking whether units that are sold may be taken away; guests are then moved
   */
  public record Wish(
      Room room,
      DateRange range,
      AllottedUnits units,
      Optional<RoomRank> rank,
      Optional<Region> owner,
      boolean acceptOverbooking) {}

  /** Sets the allotment for each night. */
  public LoadingOutcome load(Wish wish) {
    Region region = wish.owner().orElse(home);
    if (!regions.all().contains(region)) {
      return new UnknownRegion(region);
    }
    if (!region.equals(regions.own())) {
      return new OwnedBy(region);
    }
    var progress = new Progress(wish);
    return retry
        .<Optional<LoadingOutcome>>until(Optional::isPresent, progress::attempt)
        .orElse(new Busy(RETRY_AFTER));
  }

  /** One request; remembers what earlier attempts changed. */
  private final class Progress {
    private final Wish wish;
    private final Map<LocalDate, Integer> shortUnits = new TreeMap<>();
    private int changed;

    Progress(Wish wish) {
      this.wish = wish;
    }

    /** Reads everything, writes what differs; empty when it has to be tried again. */
    Optional<LoadingOutcome> attempt() {
      Map<LocalDate, Allotment> seen;
      try {
        seen = seen();
      } catch (StoreBusyException e) {
        return Optional.empty();
      }
      List<BelowSold.Night> belowSold = belowSold(seen);
      if (!belowSold.isEmpty()) {
        return Optional.of(new BelowSold(belowSold, changed));
      }
      for (List<Change> piece : pieces(changes(seen))) {
        if (inventory.write(piece) != Written.DONE) {
          return Optional.empty();
        }
        changed += piece.size();
        for (Change change : piece) {
          change
              .overbooking()
              .ifPresent(found -> shortUnits.put(found.night().date(), found.shortUnits()));
        }
      }
      return Optional.of(
          new Loaded(regions.own(), changed, (int) wish.range().length() - changed, overbooked()));
    }

    private Map<LocalDate, Allotment> seen() {
      List<RoomNight> nights =
          wish.range().nights().stream().map(d -> new RoomNight(wish.room(), d)).toList();
      return inventory.read(nights, List.of(regions.own())).stream()
          .collect(toMap(allotment -> allotment.night().date(), identity()));
    }

    private List<BelowSold.Night> belowSold(Map<LocalDate, Allotment> seen) {
      if (wish.acceptOverbooking()) {
        return List.of();
      }
      return wish.range().nights().stream()
          .map(seen::get)
          .filter(Objects::nonNull)
          .filter(allotment -> allotment.taken() > wish.units().count())
          .map(a -> new BelowSold.Night(a.night().date(), a.taken(), wish.units()))
          .toList();
    }

    private List<Change> changes(Map<LocalDate, Allotment> seen) {
      var changes = new ArrayList<Change>();
      for (LocalDate date : wish.range().nights()) {
        @Nullable Allotment now = seen.get(date);
        if (now == null
            || now.allotted() != wish.units().count()
            || wish.rank().filter(rank -> !rank.equals(now.rank())).isPresent()) {
          changes.add(
              new Change(
                  new RoomNight(wish.room(), date),
                  Optional.ofNullable(now),
                  wish.units(),
                  wish.rank(),
                  wish.acceptOverbooking()));
        }
      }
      return changes;
    }

    private static List<List<Change>> pieces(List<Change> changes) {
      var pieces = new ArrayList<List<Change>>();
      var piece = new ArrayList<Change>();
      int weight = 0;
      for (Change change : changes) {
        if (weight + change.weight() > InventoryStore.MAX_WEIGHT) {
          pieces.add(List.copyOf(piece));
          piece.clear();
          weight = 0;
        }
        piece.add(change);
        weight += change.weight();
      }
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      return pieces;
    }

    private List<Loaded.Overbooked> overbooked() {
      return shortUnits.entrySet().stream()
          .map(night -> new Loaded.Overbooked(night.getKey(), night.getValue()))
          .toList();
    }
  }
}
