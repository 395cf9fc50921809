package com.globalbooking.operations.retiring;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.deploying.Deploying;
import com.globalbooking.operations.environments.Environment;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.traffic.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a Region out of service for good: no guests, nothing left to sell, no work under way, and
 * only then its resources. Each step can be repeated, and nothing is deleted before the last.
 */
public final class Retiring {
  /** The last place on Earth where a night is not over yet. */
  private static final ZoneOffset LAST_TO_SLEEP = ZoneOffset.ofHours(-12);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  /** SQS counts roughly: one look that finds nothing is not enough. */
  private static final int EMPTY_LOOKS = 3;

  /**
   * @param ownData what only the Region may sell or change
   * @param queues how much waits
   * @param protection what AWS refuses to delete
   */
  public record Parts(
      Traffic traffic,
      OwnData ownData,
      Queues queues,
      DeletionProtection protection,
      Deploying deploying,
      Sleeper sleeper) {}

  private final Environment environment;
  private final Parts parts;
  private final Console console;
  private final Clock clock;

  public Retiring(Environment environment, Parts parts, Console console, Clock clock) {
    this.environment = environment;
    this.parts = parts;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Does all of it.
   *
   * @param others the other Regions of the environment
   * @param patience how long queues may take to run empty
   * @throws RefusedException when the Region still sells, or its queues do not run empty
   */
  public void retire(Outputs region, List<Outputs> others, Duration patience) {
    refuseThePrimary(region);
    if (region.text(StackOutput.HEALTH_CHECK_ID).isEmpty()) {
      console.line(region.stack() + ": has no domain name, so nothing leads guests here.");
    } else {
      parts.traffic().drain(region, others);
    }
    refuseWhileItSells(region);
    waitForQueues(region, patience);
    console.line(region.stack() + ": lifting the protection against deletion");
    parts.protection().lift(region);
    parts.deploying().destroyRetired(region.stack());
    console.line(
        "%s is retired. Take it out of regions in Pulumi.%s.yaml, then: scripts/up %s"
            .formatted(region.stack().region(), environment.name(), environment.name()));
  }

  private void refuseThePrimary(Outputs region) {
    if (region.stack().equals(environment.primaryStack())) {
      throw new RefusedException(
          "%s is the primary Region of %s: move that first, docs/deploy.md says how."
              .formatted(region.stack().region(), environment.name()));
    }
  }

  private void refuseWhileItSells(Outputs region) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), LAST_TO_SLEEP);
    console.line(region.stack() + ": reading what is its own, from end to end");
    OwnData.Found found = parts.ownData().of(region, today);
    if (!found.nothing()) {
      throw new RefusedException(
          "%s still has %d allotments of nights to come and %d live bookings of its own, the last until %s. "
                  .formatted(
                      region.stack(), found.allotments(), found.bookings(), found.lastNight())
              + "Hotels give its units to other Regions (PUT …/inventory with ownerRegion, lower here first,"
              + " then raise there); bookings end with their stay. It stays drained meanwhile.");
    }
  }

  private void waitForQueues(Outputs region, Duration patience) {
    Map<String, String> queues = new TreeMap<>(region.texts(StackOutput.QUEUE_URLS));
    region
        .texts(StackOutput.DEAD_LETTER_QUEUE_URLS)
        .forEach((id, url) -> queues.put(id + " (dead letters)", url));
    Duration waited = Duration.ZERO;
    int empty = 0;
    while (empty < EMPTY_LOOKS) {
      Map<String, Long> waiting = waiting(queues);
      empty = waiting.isEmpty() ? empty + 1 : 0;
      if (empty == EMPTY_LOOKS) {
        break;
      }
      if (!waiting.isEmpty()) {
        console.line("%s: messages wait: %s".formatted(region.stack(), waiting));
        if (waited.compareTo(patience) >= 0) {
          throw new RefusedException(
              "The queues of %s did not run empty in %d minutes: %s. Work them off (docs/runbooks.md, dead-letters), then try again."
                  .formatted(region.stack(), patience.toMinutes(), waiting));
        }
      }
      parts.sleeper().sleep(BETWEEN_LOOKS);
      waited = waited.plus(BETWEEN_LOOKS);
    }
    console.line(region.stack() + ": its queues are empty");
  }

  private Map<String, Long> waiting(Map<String, String> queues) {
    Map<String, Long> waiting = new TreeMap<>();
    queues.forEach(
        (id, url) -> {
          long depth = parts.queues().depth(url);
          if (depth > 0) {
            waiting.put(id, depth);
          }
        });
    return waiting;
  }
}
