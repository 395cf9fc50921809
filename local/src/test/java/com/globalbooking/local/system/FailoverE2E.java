package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.routing.GlobalEndpoint;
import com.globalbooking.local.routing.RegionHealth;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Guests near one Region go on booking under the global name while that Region is drained, cut off
 * or without its DynamoDB: by the records and health checks that the stacks declare they are led to
 * the other, and no booking that was acknowledged is lost. Issue 9, shown item 3.
 */
@ExtendWith(RunningLocalRegions.class)
class FailoverE2E {
  private static final int BOOKINGS = 40;
  private static final int UNITS = 2_000;
  private static final Duration LED_AWAY_WITHIN = Duration.ofMinutes(3);
  private static final Duration WELL_WITHIN = Duration.ofMinutes(6);
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);

  private final List<Booked> booked = new ArrayList<>();

  /** When the first booking came from the Region that guests were led to. */
  private long ledThereNanos;

  private long refusals;

  /** A booking that was acknowledged. */
  private record Booked(String id, String region, long nanos) {}

  private interface Act {
    void run();
  }

  @BeforeEach
  void bothRegionsAreHealthy(LocalRegions local) {
    eventually(
        WELL_WITHIN,
        () ->
            assertThat(local.global().health())
                .hasSize(2)
                .allMatch(RegionHealth::healthy, "healthy"));
  }

  @AfterEach
  void mend(LocalRegions local) {
    local.outages().end(OREGON, "execute-api");
    local.outages().end(OREGON, "dynamodb");
    threshold(local, 2);
  }

  @Test
  void aDrainedRegionIsLeftAtOnceAndWithoutARefusal(Guests guests, LocalRegions local)
      throws Exception {
    failOver("drained", guests, local, () -> threshold(local, 3), () -> threshold(local, 2));
  }

  @Test
  void aRegionThatIsCutOffIsLeft(Guests guests, LocalRegions local) throws Exception {
    failOver(
        "cut-off-from-all",
        guests,
        local,
        () -> {
          local.outages().begin(OREGON, "execute-api");
          local.network().cut(OREGON, IRELAND);
        },
        () -> {
          local.outages().end(OREGON, "execute-api");
          local.network().heal(OREGON, IRELAND);
        });
  }

  @Test
  void aRegionWithoutItsDynamoDbIsLeft(Guests guests, LocalRegions local) throws Exception {
    failOver(
        "without-dynamodb",
        guests,
        local,
        () -> local.outages().begin(OREGON, "dynamodb"),
        () -> local.outages().end(OREGON, "dynamodb"));
  }

  private void failOver(
      String property, Guests guests, LocalRegions local, Act breaking, Act mending)
      throws Exception {
    guests.allot(guests.api(OREGON), property, UNITS, OREGON);
    guests.allot(guests.api(OREGON), property, UNITS, IRELAND);
    assertThat(local.awaitReplicated(QUIET_WITHIN)).as("replication caught up").isTrue();
    warm(guests, property);

    bookUntil(OREGON, guests, local, property);
    long broken = System.nanoTime();
    breaking.run();
    long refused = bookUntil(IRELAND, guests, local, property);
    mending.run();
    eventually(
        WELL_WITHIN,
        () -> assertThat(local.global().health()).allMatch(RegionHealth::healthy, "healthy"));
    booked.add(book(guests, local, property, "back"));
    assertThat(booked.getLast().region()).as("back where guests are").isEqualTo(OREGON.value());

    System.out.printf(
        "FAILOVER (local) %s: P95 before %.0f ms, after %.0f ms; %d requests refused in between; the"
            + " Region was left by %d ms after it broke%n",
        property,
        p95(OREGON),
        p95(IRELAND),
        refused,
        Duration.ofNanos(ledThereNanos - broken).toMillis());
    nothingLost(local, property);
  }

  /** Books until the Region has taken enough; returns how many requests others refused. */
  private long bookUntil(RegionName wanted, Guests guests, LocalRegions local, String property) {
    refusals = 0;
    int taken = 0;
    long end = System.nanoTime() + LED_AWAY_WITHIN.toNanos();
    while (taken < BOOKINGS) {
      assertThat(System.nanoTime()).as("guests are led to " + wanted).isLessThan(end);
      Booked one = book(guests, local, property, "" + booked.size());
      booked.add(one);
      if (one.region().equals(wanted.value())) {
        if (taken == 0) {
          ledThereNanos = System.nanoTime();
        }
        taken++;
      }
    }
    return refusals;
  }

  /** One guest, who asks again with the same key until he has his booking. */
  private Booked book(Guests guests, LocalRegions local, String property, String key) {
    String guest = guests.guestToken("guest-of-" + property);
    long end = System.nanoTime() + LED_AWAY_WITHIN.toNanos();
    while (true) {
      long start = System.nanoTime();
      Answer answer =
          guests.book(
              local.globalEndpoint(),
              guest,
              guests.stay(property, 1),
              "Idempotency-Key",
              property + "-" + key,
              GlobalEndpoint.NEAREST_HEADER,
              OREGON.value());
      long took = System.nanoTime() - start;
      if (answer.status() == 200) {
        String region =
            answer.response().headers().firstValue(GlobalEndpoint.REGION_HEADER).orElse("none");
        return new Booked(answer.body().path("bookingId").asText(), region, took);
      }
      assertThat(answer.status()).as(answer.body().toString()).isGreaterThanOrEqualTo(500);
      assertThat(System.nanoTime()).as("a booking in the end").isLessThan(end);
      refusals++;
    }
  }

  /** A function that starts says nothing about failover. */
  private static void warm(Guests guests, String property) {
    for (RegionName region : List.of(OREGON, IRELAND)) {
      Answer answer =
          guests.eventually(
              200,
              LED_AWAY_WITHIN,
              () ->
                  guests.book(
                      guests.api(region),
                      guests.guestToken("warm"),
                      guests.stay(property, 1),
                      "Idempotency-Key",
                      "warm-" + property + region));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }
  }

  private void nothingLost(LocalRegions local, String property) throws InterruptedException {
    assertThat(local.awaitReplicated(QUIET_WITHIN)).as("replication caught up").isTrue();
    Set<String> acknowledged = new HashSet<>();
    booked.forEach(one -> acknowledged.add(one.id()));
    assertThat(acknowledged).as("each key is another booking").hasSameSizeAs(booked);
    var aftermath = new Aftermath(local);
    for (RegionName region : List.of(OREGON, IRELAND)) {
      assertThat(aftermath.bookings(region, property))
          .as("bookings in " + region)
          .containsAll(acknowledged)
          .hasSize(acknowledged.size() + 2);
    }
  }

  private double p95(RegionName region) {
    List<Long> nanos =
        booked.stream()
            .filter(one -> one.region().equals(region.value()))
            .map(Booked::nanos)
            .sorted()
            .toList();
    return nanos.get((int) Math.ceil(0.95 * nanos.size()) - 1) / 1e6;
  }

  /** As {@code scripts/drain} and {@code scripts/undrain} do. */
  private static void threshold(LocalRegions local, int threshold) {
    String check = String.valueOf(local.outputs(OREGON).get(StackOutput.HEALTH_CHECK_ID));
    var key = local.operatorKey();
    try (Route53Client route53 =
        Route53Client.builder()
            .endpointOverride(local.awsEndpoint())
            .region(Region.AWS_GLOBAL)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
            .build()) {
      route53.updateHealthCheck(it -> it.healthCheckId(check).healthThreshold(threshold));
    }
  }
}
