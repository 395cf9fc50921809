package com.globalbooking.domain.reconciliation;

import com.globalbooking.domain.Overbooking;
import java.util.List;

/**
 * What a look found.
 *
 * @param driftDetected whether {@code drift} holds anything
 * @param suspects to be looked at again; of a first look only
 * @param drift what still differed when looked at again; of a second look only
 * @param conflicts for the resolver; of a second look only
 * @param healed entries of the cache that are right again
 */
public record Findings(
    boolean driftDetected,
    List<Drift> suspects,
    List<Drift> drift,
    List<Overbooking> conflicts,
    Coverage coverage,
    int healed) {
  public Findings {
    suspects = List.copyOf(suspects);
    drift = List.copyOf(drift);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * What was looked at.
   *
   * @param segmentFinished whether the next look begins anew
   * @param unavailable checks that did not answer for some property: they are not covered
   */
  public record Coverage(
      int roomNights, int bookings, boolean segmentFinished, List<String> unavailable) {
    public Coverage {
      unavailable = List.copyOf(unavailable);
    }
  }
}
