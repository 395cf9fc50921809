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

  /** Sets the allotment of {@code owner}, or else of the home Region, for each night. */
  public LoadingOutcome load(
      Room room, DateRange range, AllottedUnits units, Optional<Region> owner) {
    Region region = owner.orElse(home);
    if (!regions.all().contains(region)) {
      return new UnknownRegion(region);
    }
    if (!region.equals(regions.own())) {
      return new OwnedBy(region);
    }
    var progress = new Progress(room, range, units);
    return retry
        .<Optional<LoadingOutcome>>until(Optional::isPresent, progress::attempt)
        .orElse(new Busy(RETRY_AFTER));
  }

  /** One request; remembers what earlier attempts changed. */
  private final class Progress {
    private final Room room;
    private final DateRange range;
    private final AllottedUnits units;
    private int changed;

    Progress(Room room, DateRange range, AllottedUnits units) {
      this.room = room;
      this.range = range;
      this.units = units;
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
      List<Change> changes = changes(seen);
      for (int from = 0; from < changes.size(); from += InventoryStore.MAX_NIGHTS) {
        int to = Math.min(from + InventoryStore.MAX_NIGHTS, changes.size());
        if (inventory.write(changes.subList(from, to)) != Written.DONE) {
          return Optional.empty();
        }
        changed += to - from;
      }
      return Optional.of(new Loaded(regions.own(), changed, (int) range.length() - changed));
    }

    private Map<LocalDate, Allotment> seen() {
      List<RoomNight> nights = range.nights().stream().map(d -> new RoomNight(room, d)).toList();
      return inventory.read(nights, List.of(regions.own())).stream()
          .collect(toMap(allotment -> allotment.night().date(), identity()));
    }

    private List<BelowSold.Night> belowSold(Map<LocalDate, Allotment> seen) {
      return range.nights().stream()
          .map(seen::get)
          .filter(Objects::nonNull)
          .filter(allotment -> allotment.taken() > units.count())
          .map(a -> new BelowSold.Night(a.night().date(), a.taken(), units))
          .toList();
    }

    private List<Change> changes(Map<LocalDate, Allotment> seen) {
      var changes = new ArrayList<Change>();
      for (LocalDate date : range.nights()) {
        @Nullable Allotment now = seen.get(date);
        if (now == null || now.allotted() != units.count()) {
          changes.add(new Change(new RoomNight(room, date), Optional.ofNullable(now), units));
        }
      }
      return changes;
    }
  }
}
