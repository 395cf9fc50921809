package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PmsStatements;
import com.globalbooking.domain.PmsUnavailableException;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.reconciliation.CounterCheck.Difference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares, suspects, looks again, and only then accuses. */
public final class Reconciling {
  private final CounterCheck counters;
  private final CacheCheck cache;
  private final Map<Region, ReplicaCheck> replicas = new LinkedHashMap<>();
  private final AuditCheck audit;
  private final PmsCheck pms;
  private final FirstLook firstLook;

  /** This Region's tables. */
  public record Tables(
      InventoryPass pass,
      AvailabilityStore availability,
      AllotmentReader allotments,
      StayReader stays,
      BookingReader bookings) {}

  /**
   * What the tables are compared with.
   *
   * @param replicas how the copies of the other Regions are read
   */
  public record Others(
      AvailabilityCache cache,
      Map<Region, AllotmentReader> replicas,
      AuditTrail audit,
      PmsStatements pms) {
    public Others {
      replicas = Map.copyOf(replicas);
    }
  }

  /**
   * @param budget how long a first look may take
   */
  public Reconciling(
      DeployedRegions regions, Tables tables, Others others, Duration budget, Clock clock) {
    this.counters = new CounterCheck(regions.own(), tables.allotments(), tables.stays());
    this.cache = new CacheCheck(regions, others.cache(), tables.allotments());
    others
        .replicas()
        .forEach(
            (region, there) ->
                replicas.put(region, new ReplicaCheck(regions.own(), region, there)));
    this.audit = new AuditCheck(regions.own(), others.audit());
    this.pms = new PmsCheck(regions.own(), others.pms(), tables.bookings());
    var checks = new ArrayList<Check>(List.of(counters, cache, audit, pms));
    checks.addAll(replicas.values());
    this.firstLook =
        new FirstLook(tables.pass(), tables.availability(), tables.stays(), checks, budget, clock);
  }

  /**
   * Goes on over the segment; what differs is suspected.
   *
   * @throws StoreBusyException when this Region's own tables do not answer in time
   */
  public Findings firstLook(Segment segment) {
    return firstLook.look(segment);
  }

  /** Looks again at what was suspected a while ago; what differs now is drift. */
  public Findings secondLook(List<Drift> suspects) {
    var again = new SecondLook();
    suspects.forEach(again::look);
    return again.findings();
  }

  private final class SecondLook {
    private final List<Drift> drift = new ArrayList<>();
    private final Set<Overbooking> conflicts = new LinkedHashSet<>();
    private final Set<String> unavailable = new TreeSet<>();
    private int healed;

    void look(Drift suspect) {
      try {
        boolean stays =
            switch (suspect) {
              case Drift.OfCounter counter -> counterDiffers(counter);
              case Drift.Overbooked night -> {
                counters.stillShort(night).ifPresent(conflicts::add);
                yield false;
              }
              case Drift.OfCache entry -> cacheDiffers(entry);
              case Drift.OfReplica copy ->
                  replica(copy).filter(c -> c.stillBehind(copy)).isPresent();
              case Drift.OfAudit event -> audit.stillMissing(event);
              case Drift.OfPms booking -> pms.stillDiffers(booking);
            };
        if (stays) {
          drift.add(suspect);
        }
      } catch (StoreBusyException
          | CacheUnavailableException
          | AuditUnavailableException
          | PmsUnavailableException e) {
        unavailable.add(name(suspect));
      }
    }

    private Optional<ReplicaCheck> replica(Drift.OfReplica suspect) {
      return Optional.ofNullable(replicas.get(suspect.replica()));
    }

    private boolean counterDiffers(Drift.OfCounter suspect) {
      Optional<Difference> difference = counters.stillDiffers(suspect);
      difference.flatMap(Difference::hiddenOverbooking).ifPresent(conflicts::add);
      return difference.isPresent();
    }

    private boolean cacheDiffers(Drift.OfCache suspect) {
      return switch (cache.heal(suspect)) {
        case FINE -> false;
        case HEALED -> {
          healed++;
          yield true;
        }
        case STAYS -> true;
      };
    }

    private String name(Drift suspect) {
      return switch (suspect) {
        case Drift.OfCounter _, Drift.Overbooked _ -> counters.name();
        case Drift.OfCache _ -> cache.name();
        case Drift.OfReplica copy -> "replica:" + copy.replica();
        case Drift.OfAudit _ -> audit.name();
        case Drift.OfPms _ -> pms.name();
      };
    }

    Findings findings() {
      return new Findings(
          !drift.isEmpty(),
          List.of(),
          drift,
          List.copyOf(conflicts),
          new Findings.Coverage(0, 0, false, List.copyOf(unavailable)),
          healed);
    }
  }
}
