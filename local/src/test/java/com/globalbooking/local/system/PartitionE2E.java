package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.Guests.allAtOnce;
import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.system.Guests.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NeverOversold while the Regions cannot see each other: issue 2, shown item 3. */
@ExtendWith(RunningLocalRegions.class)
class PartitionE2E {
  private static final int UNITS_OREGON = 12;
  private static final int UNITS_IRELAND = 8;
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(30);

  @Test
  void cutRegionsSellTheirOwnAllotmentsAndAgreeAfterwards(Guests guests, LocalRegions local)
      throws Exception {
    guests.allot(guests.api(OREGON), "cut-off", UNITS_OREGON, OREGON);
    guests.allot(guests.api(OREGON), "cut-off", UNITS_IRELAND, IRELAND);
    assertThat(local.awaitReplicated(QUIET_WITHIN)).as("replication caught up").isTrue();
    local.network().cut(OREGON, IRELAND);
    String alice = guests.guestToken("alice");

    List<Answer> answers =
        allAtOnce(
            80,
            number ->
                guests.book(
                    guests.api(number % 2 == 0 ? OREGON : IRELAND),
                    alice,
                    guests.stay("cut-off", 1)));

    List<Answer> booked = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(
            answer ->
                (answer.status() == 409 && answer.code().equals("SOLD_OUT"))
                    // The function's own BUSY, or the gateway's when no instance was free.
                    || answer.status() == 503,
            "409 SOLD_OUT or 503");
    assertThat(booked).hasSizeLessThanOrEqualTo(UNITS_OREGON + UNITS_IRELAND);
    assertThat(decidedBy(booked, OREGON)).isPositive().isLessThanOrEqualTo(UNITS_OREGON);
    assertThat(decidedBy(booked, IRELAND)).isPositive().isLessThanOrEqualTo(UNITS_IRELAND);

    local.network().heal(OREGON, IRELAND);
    assertThat(local.awaitReplicated(QUIET_WITHIN)).as("replication caught up").isTrue();
    // The caches follow a little later.
    eventually(
        () -> {
          JsonNode inOregon = guests.nights(guests.api(OREGON), "cut-off");
          assertThat(guests.nights(guests.api(IRELAND), "cut-off")).isEqualTo(inOregon);
          assertThat(inOregon.path(0).path("availableUnits").asInt())
              .isEqualTo(UNITS_OREGON + UNITS_IRELAND - booked.size());
        });
    for (Answer one : booked) {
      String path = "/bookings/" + one.body().path("bookingId").asText();
      for (URI api : List.of(guests.api(OREGON), guests.api(IRELAND))) {
        assertThat(guests.get(api, alice, path).status()).isEqualTo(200);
      }
    }
  }

  private static long decidedBy(List<Answer> booked, RegionName region) {
    return booked.stream()
        .filter(answer -> answer.body().path("region").asText().equals(region.value()))
        .count();
  }
}
