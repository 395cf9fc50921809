package com.globalbooking.domain.pms;

import com.globalbooking.domain.pms.Circuit.State.Closed;
import com.globalbooking.domain.pms.Circuit.State.HalfOpen;
import com.globalbooking.domain.pms.Circuit.State.Open;
import com.globalbooking.domain.pms.PmsGate.Permit.Granted;
import com.globalbooking.domain.pms.PmsGate.Permit.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The circuit breaker. So many failures in a row, counted over all instances, open the circuit;
 * after its time one single call probes, whose outcome closes it or opens it again.
 *
 * <p>"In a row" is as exact as instances can know of each other: a success whose instance had seen
 * failures forgets them, one that began before the first failure changes nothing.
 */
public final class PmsGate {
  /** How soon to ask again while another instance probes. */
  private static final Duration PROBE_PAUSE = Duration.ofSeconds(2);

  /** Lost writes mean that others changed the circuit; so many changes open or close any. */
  private static final int MOST_WRITES = 20;

  /**
   * When a circuit opens, and for how long.
   *
   * @param failureThreshold failures in a row that open it
   * @param openFor how long the PMS is then left alone
   * @param longestProbe after which a probe without outcome is given up; longer than any call
   */
  public record Limits(int failureThreshold, Duration openFor, Duration longestProbe) {
    public Limits {
      if (failureThreshold < 1) {
        throw new IllegalArgumentException("a threshold of at least one failure is needed");
      }
    }
  }

  /** May the PMS be called? */
  public sealed interface Permit {
    /** Yes; its outcome must be told to the gate. */
    sealed interface Granted extends Permit {
      PmsName pms();

      Circuit circuit();
    }

    /** A call like any other. */
    record Call(PmsName pms, Circuit circuit) implements Granted {}

    /** The one call of a half-open circuit. */
    record Probe(PmsName pms, Circuit circuit) implements Granted {}

    /** No, not for so long. */
    record Wait(Duration length) implements Permit {}
  }

  private final CircuitBreakers breakers;
  private final Limits limits;
  private final Clock clock;

  public PmsGate(CircuitBreakers breakers, Limits limits, Clock clock) {
    this.breakers = breakers;
    this.limits = limits;
    this.clock = clock;
  }

  /** Asks to make one call. */
  public Permit ask(PmsName pms) {
    Circuit seen = breakers.read(pms);
    Instant now = clock.instant();
    return switch (seen.state()) {
      case Closed _ -> new Permit.Call(pms, seen);
      case Open open when now.isBefore(open.until()) ->
          new Wait(Duration.between(now, open.until()));
      case HalfOpen probing when now.isBefore(probing.probeUntil()) -> new Wait(PROBE_PAUSE);
      case Open _, HalfOpen _ -> {
        Circuit probing = seen.to(new HalfOpen(now.plus(limits.longestProbe())));
        yield breakers.replace(pms, seen, probing)
            ? new Permit.Probe(pms, probing)
            : new Wait(PROBE_PAUSE);
      }
    };
  }

  /** The PMS answered as one that is up. */
  public void succeeded(Granted permit) {
    if (!permit.circuit().state().equals(new Closed(0))) {
      // If it is no longer as seen, someone knows better.
      breakers.replace(permit.pms(), permit.circuit(), permit.circuit().to(new Closed(0)));
    }
  }

  /**
   * The PMS did not answer as one that is up.
   *
   * @return whether this opened the circuit
   */
  public boolean failed(Granted permit) {
    return switch (permit) {
      case Permit.Probe probe ->
          breakers.replace(probe.pms(), probe.circuit(), opened(probe.circuit()));
      case Permit.Call call -> count(call);
    };
  }

  private boolean count(Permit.Call call) {
    Circuit seen = call.circuit();
    for (int write = 0; write < MOST_WRITES; write++) {
      if (!(seen.state() instanceof Closed(int before))) {
        return false; // others opened it; a late failure does not prolong that
      }
      boolean opens = before + 1 >= limits.failureThreshold();
      if (breakers.replace(
          call.pms(), seen, opens ? opened(seen) : seen.to(new Closed(before + 1)))) {
        return opens;
      }
      seen = breakers.read(call.pms());
    }
    return false;
  }

  private Circuit opened(Circuit circuit) {
    return circuit.to(new Open(clock.instant().plus(limits.openFor())));
  }
}
