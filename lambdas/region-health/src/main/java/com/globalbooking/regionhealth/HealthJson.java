package com.globalbooking.regionhealth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.Hearing;
import com.globalbooking.domain.health.Hearing.FromTheFuture;
import com.globalbooking.domain.health.Hearing.Heard;
import com.globalbooking.domain.health.Hearing.Malformed;
import com.globalbooking.domain.health.Hearing.NeverHeard;
import com.globalbooking.domain.health.Hearing.Unread;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.JudgingRegion.Verdict;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.ProbeRound;
import com.globalbooking.domain.health.SendingHeartbeat.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What callers are told. Anybody may call {@code /health}: no name of a resource and no text of an
 * exception may enter.
 */
final class HealthJson {

  /** The body of {@code GET /health}. */
  static ObjectNode health(Region own, ProbeRound round, Instant now) {
    ObjectNode health =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", round.up() ? "UP" : "DOWN")
            .put("region", own.code());
    return putRound(health, round)
        .put("ageMs", Math.max(0, Duration.between(round.at(), now).toMillis()));
  }

  /** The response to the schedule. */
  static ObjectNode heartbeat(Region own, Verdict verdict, Report report) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("region", own.code())
            .put("healthy", verdict.healthy());
    putRound(answer, verdict.round()).put("alarm", verdict.alarmState().name());
    ObjectNode written = answer.putObject("heartbeat");
    if (report.written() instanceof Returned<Optional<Heartbeat>>(Optional<Heartbeat> heartbeat)
        && heartbeat.isPresent()) {
      written.put("written", true).put("version", heartbeat.get().version());
    } else {
      written.put("written", false);
    }
    ObjectNode others = answer.putObject("others");
    if (report.others() instanceof Returned<Map<Region, Hearing>>(Map<Region, Hearing> hearings)) {
      hearings.forEach((region, hearing) -> put(others.putObject(region.code()), hearing));
    }
    return answer;
  }

  private static ObjectNode putRound(ObjectNode json, ProbeRound round) {
    json.put("at", round.at().toString()).put("failedRoundsInARow", round.failedInARow());
    ObjectNode probes = json.putObject("probes");
    for (Probe probe : Probe.values()) {
      probes
          .putObject(probe.label())
          .put("ok", round.of(probe).succeeded())
          .put("failedInARow", round.of(probe).failedInARow());
    }
    return json;
  }

  private static void put(ObjectNode json, Hearing hearing) {
    switch (hearing) {
      case Heard(Instant at, Duration age) ->
          json.put("state", "HEARD").put("at", at.toString()).put("ageMs", age.toMillis());
      case FromTheFuture(Instant at) ->
          json.put("state", "FROM_THE_FUTURE").put("at", at.toString());
      case NeverHeard() -> json.put("state", "NEVER_HEARD");
      case Malformed() -> json.put("state", "MALFORMED");
      case Unread() -> json.put("state", "UNREAD");
    }
  }

  private HealthJson() {}
}
