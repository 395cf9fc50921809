package com.globalbooking.domain.health;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.Hearing.Heard;
import com.globalbooking.domain.health.Heartbeats.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the heartbeats of the other Regions, then writes this Region's own, which says whom it
 * has heard. A store that fails or hangs shortens the report and does not make it throw.
 */
public final class SendingHeartbeat {

  /**
   * What the two halves may take.
   *
   * @param lookMax for reading the heartbeats of the others
   * @param writeMax for writing one's own, longer than the budget of the retry by one attempt
   */
  public record Limits(Duration lookMax, Duration writeMax) {}

  private final DeployedRegions regions;
  private final Heartbeats heartbeats;
  private final JitteredRetry retry;
  private final TimedCalls calls;
  private final Limits limits;
  private final Clock clock;

  /**
   * @param retry for heartbeats that another writer of the same item was faster than
   */
  public SendingHeartbeat(
      DeployedRegions regions,
      Heartbeats heartbeats,
      JitteredRetry retry,
      TimedCalls calls,
      Limits limits,
      Clock clock) {
    this.regions = regions;
    this.heartbeats = heartbeats;
    this.retry = retry;
    this.calls = calls;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * What was seen and done.
   *
   * @param others each other Region, if the look at them returned
   * @param written the heartbeat; empty when other writers were faster each time
   */
  public record Report(
      CallOutcome<Map<Region, Hearing>> others, CallOutcome<Optional<Heartbeat>> written) {}

  /** Looks and writes. */
  public Report send() {
    CallOutcome<Map<Region, Hearing>> others = calls.run(this::look, limits.lookMax());
    Map<Region, Instant> heard =
        others instanceof Returned<Map<Region, Hearing>>(Map<Region, Hearing> hearings)
            ? believed(hearings)
            : Map.of();
    return new Report(others, calls.run(() -> write(heard), limits.writeMax()));
  }

  private Map<Region, Hearing> look() {
    Map<Region, Sighting> sightings = heartbeats.sightings(regions.others());
    Instant now = clock.instant();
    Map<Region, Hearing> hearings = new HashMap<>();
    sightings.forEach((region, sighting) -> hearings.put(region, Hearing.of(sighting, now)));
    return hearings;
  }

  private static Map<Region, Instant> believed(Map<Region, Hearing> hearings) {
    Map<Region, Instant> believed = new HashMap<>();
    hearings.forEach(
        (region, hearing) -> {
          if (hearing instanceof Heard(Instant at, Duration _)) {
            believed.put(region, at);
          }
        });
    return believed;
  }

  private Optional<Heartbeat> write(Map<Region, Instant> heard) {
    return retry.until(
        Optional::isPresent,
        () -> {
          Heartbeat next = heartbeats.predecessor(regions.own()).next(clock.instant(), heard);
          return heartbeats.write(next) ? Optional.of(next) : Optional.<Heartbeat>empty();
        });
  }
}
