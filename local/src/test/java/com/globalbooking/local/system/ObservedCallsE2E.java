package com.globalbooking.local.system;

import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** GrantedIsUsed: what the roles allow is what the functions do, no more, no fewer. */
@ExtendWith(RunningLocalRegions.class)
class ObservedCallsE2E {
  /** Made by Lambda's agent on AWS, not by the function's own calls: not to be seen here. */
  private static final Set<String> MADE_BY_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords");

  @Test
  void everyGrantedActionIsUsedAndEveryUsedActionIsGranted(Guests guests, LocalRegions local)
      throws Exception {
    useEverything(guests, local);

    Map<String, Set<String>> observed = local.accessControl().observed();
    for (Function function : Function.values()) {
      String name = "global-booking-local-" + function.id();
      Set<String> granted =
          local.accessControl().granted(role(function)).stream()
              .filter(action -> !MADE_BY_LAMBDA.contains(action))
              .collect(Collectors.toSet());
      assertThat(observed.get(name)).as(function.id()).isEqualTo(granted);
    }
  }

  private static void useEverything(Guests guests, LocalRegions local) throws Exception {
    String alice = guests.guestToken("alice");
    guests.allot(guests.api(OREGON), "observed", 3, OREGON);
    guests.allot(guests.api(OREGON), "observed-far", 3, IRELAND);
    guests.nights(guests.api(OREGON), "observed");
    assertThat(local.awaitReplicated(Duration.ofSeconds(30))).isTrue();
    Answer booked =
        guests.book(
            guests.api(OREGON), alice, guests.stay("observed", 3), "Idempotency-Key", "observed");
    assertThat(booked.status()).isEqualTo(200);
    guests.get(guests.api(OREGON), alice, "/bookings/" + booked.body().path("bookingId").asText());
    assertThat(guests.book(guests.api(OREGON), alice, guests.stay("observed-far", 1)).status())
        .isEqualTo(200);
  }

  private static String role(Function function) {
    return "arn:aws:iam::000000000000:role/global-booking-local-%s-%s"
        .formatted(function.id(), OREGON);
  }
}
