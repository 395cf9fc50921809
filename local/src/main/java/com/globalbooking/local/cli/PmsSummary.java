package com.globalbooking.local.cli;

import com.globalbooking.local.pms.PmsMode;
import com.globalbooking.local.pms.PmsReport;
import com.globalbooking.local.pms.PmsSimulator;
import com.globalbooking.local.pms.PmsSystems;
import java.util.List;
import java.util.Map;

/** A line of {@code scripts/local pms}, as it goes over the control channel. */
record PmsSummary(
    String name,
    String integration,
    String url,
    String mode,
    long calls,
    long repeated,
    long badlySigned,
    int events,
    long eventsTaken,
    int reservations,
    long statements) {

  /**
   * Changes how a PMS behaves, when parameters say so.
   *
   * @return that one, or all
   * @throws IllegalArgumentException when there is no such PMS or mode
   */
  static List<PmsSummary> carryOut(PmsSystems systems, Map<String, String> parameters) {
    String name = parameters.getOrDefault("name", "");
    if (name.isEmpty()) {
      return systems.reports().stream().map(PmsSummary::of).toList();
    }
    PmsSimulator pms = systems.named(name);
    pms.become(PmsMode.of(parameters.getOrDefault("mode", "")));
    return List.of(of(pms.report()));
  }

  private static PmsSummary of(PmsReport report) {
    return new PmsSummary(
        report.name(),
        report.integration(),
        report.url(),
        report.mode().word(),
        report.calls(),
        report.repeats(),
        report.refusedSignatures(),
        report.events().size(),
        report.taken(),
        report.reservations(),
        report.statements());
  }
}
