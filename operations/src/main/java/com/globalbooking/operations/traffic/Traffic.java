package com.globalbooking.operations.traffic;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leads guests away from a Region and back. A calculated check that asks for more healthy children
 * than it has is always unhealthy, whatever they say; the stack ignores the threshold, so the next
 * deployment changes nothing.
 */
public final class Traffic {
  private final HealthChecks checks;
  private final RegionProbe probe;
  private final Console console;

  public Traffic(HealthChecks checks, RegionProbe probe, Console console) {
    this.checks = checks;
    this.probe = probe;
    this.console = console;
  }

  /**
   * Leads guests away.
   *
   * @param others the other Regions of the environment
   * @throws RefusedException when no other Region could take the guests: Route 53 answers as if all
   *     were healthy when none is
   */
  public void drain(Outputs region, List<Outputs> others) {
    String id = checkOf(region);
    HealthChecks.Check check = checks.get(id);
    if (check.drained()) {
      console.line(region.stack() + " is drained already.");
      return;
    }
    List<String> faults = new ArrayList<>();
    Optional<Outputs> next = Optional.empty();
    for (Outputs other : others) {
      Optional<String> fault = faultOf(other);
      if (fault.isEmpty()) {
        next = Optional.of(other);
        break;
      }
      faults.add(other.stack().region() + " " + fault.get());
    }
    if (next.isEmpty()) {
      throw new RefusedException(
          "%s is the last Region that guests can be led to%s. With none left Route 53 would send them here all the same."
              .formatted(region.stack(), faults.isEmpty() ? "" : ": " + String.join("; ", faults)));
    }
    checks.setThreshold(id, check.children() + 1);
    console.line(
        "%s: drained. New guests go elsewhere (%s answers) within about a minute and a half: 30 s for the checkers, 60 s for DNS."
            .formatted(region.stack(), next.get().stack().region()));
  }

  /** Leads guests back. */
  public void undrain(Outputs region) {
    String id = checkOf(region);
    HealthChecks.Check check = checks.get(id);
    if (!check.drained()) {
      console.line(region.stack() + " is not drained.");
      return;
    }
    checks.setThreshold(id, check.children());
    console.line(
        region.stack()
            + ": guests are led here again as soon as its own checks say that it is healthy.");
    probe.fault(region).ifPresent(fault -> console.line("  warning: at the moment it " + fault));
  }

  private Optional<String> faultOf(Outputs other) {
    if (!other.present()) {
      return Optional.of("has not been deployed");
    }
    if (checks.get(checkOf(other)).drained()) {
      return Optional.of("is drained");
    }
    return probe.fault(other);
  }

  private static String checkOf(Outputs region) {
    String id = region.text(StackOutput.HEALTH_CHECK_ID);
    if (id.isEmpty()) {
      throw new RefusedException(
          "%s has no domain name, so nothing leads guests to it or away from it."
              .formatted(region.stack()));
    }
    return id;
  }
}
