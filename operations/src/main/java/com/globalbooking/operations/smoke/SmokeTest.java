package com.globalbooking.operations.smoke;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.aws.AlarmStates;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.smoke.BookingClient.Answer;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Books in every Region of an environment, and looks whether everything came of it that must. */
public final class SmokeTest {
  /** Units of the smoke room per Region and night: the most that the API takes. */
  private static final int UNITS = 10_000;

  private static final int NIGHTS = 30;
  private static final Duration REPLICATION_MAX = Duration.ofSeconds(30);
  private static final Duration BETWEEN_ALARMS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);

  /**
   * @param bookings how many are made in each Region to measure
   * @param p95Max what P95 may not exceed; nothing for no limit
   * @param quietWithin how long alarms may go on after the bookings
   */
  public record Settings(int bookings, Optional<Duration> p95Max, Duration quietWithin) {}

  private final HttpClient http;
  private final AlarmStates alarms;
  private final Console console;
  private final Clock clock;
  private final Supplier<String> keys;
  private final Consumer<Duration> sleeper;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param keys makes idempotency keys that were never used
   * @param sleeper lets time pass between two looks
   */
  public SmokeTest(
      HttpClient http,
      AlarmStates alarms,
      Console console,
      Clock clock,
      Supplier<String> keys,
      Consumer<Duration> sleeper) {
    this.http = http;
    this.alarms = alarms;
    this.console = console;
    this.clock = clock;
    this.keys = keys;
    this.sleeper = sleeper;
  }

  /**
   * Runs it.
   *
   * @param regions outputs of every Region to look at
   * @throws RefusedException that names everything that was not as it must be
   */
  public void run(List<Outputs> regions, String token, Settings settings) {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
    // Another night each minute: ten thousand units last for a long time.
    LocalDate night = first.plusDays(clock.instant().getEpochSecond() / 60 % NIGHTS);
    for (Outputs region : regions) {
      String name = region.stack().region();
      BookingClient api = client(region, token);
      Answer stocked = api.stock(name, first, first.plusDays(NIGHTS - 1L), UNITS);
      if (stocked.status() != 200) {
        fault(name, "the inventory of property smoke is not taken: " + stocked);
        continue;
      }
      booked(name, api, night).ifPresent(id -> readElsewhere(region, regions, token, id));
      measured(name, api, night, settings);
    }
    Instant patience = clock.instant().plus(settings.quietWithin());
    for (Outputs region : regions) {
      quiet(region, patience);
    }
    if (!faults.isEmpty()) {
      throw new RefusedException("Smoke test failed:\n  " + String.join("\n  ", faults));
    }
  }

  private Optional<String> booked(String region, BookingClient api, LocalDate night) {
    String key = keys.get();
    Answer first = api.book(night, key);
    String id = first.body().path("bookingId").asText();
    if (first.status() != 200 || id.isEmpty()) {
      fault(region, "a booking is refused: " + first);
      return Optional.empty();
    }
    Answer again = api.book(night, key);
    if (again.status() != 200
        || !again.body().path("bookingId").asText().equals(id)
        || !again.body().path("replayed").asBoolean()) {
      fault(region, "the same key does not lead to booking %s again: %s".formatted(id, again));
      return Optional.of(id);
    }
    console.line(region + ": booked " + id + ", and the same key leads to it again");
    return Optional.of(id);
  }

  private void readElsewhere(Outputs region, List<Outputs> regions, String token, String id) {
    for (Outputs other : regions) {
      if (other.equals(region)) {
        continue;
      }
      Instant begun = clock.instant();
      BookingClient api = client(other, token);
      Answer read = api.read(id);
      while (read.status() == 404 && clock.instant().isBefore(begun.plus(REPLICATION_MAX))) {
        sleeper.accept(BETWEEN_READS);
        read = api.read(id);
      }
      if (read.status() == 200 && read.body().path("bookingId").asText().equals(id)) {
        console.line(
            "%s: read in %s after %d ms"
                .formatted(
                    region.stack().region(),
                    other.stack().region(),
                    Duration.between(begun, clock.instant()).toMillis()));
      } else {
        fault(
            region.stack().region(),
            "booking %s cannot be read in %s: %s".formatted(id, other.stack().region(), read));
      }
    }
  }

  private void measured(String region, BookingClient api, LocalDate night, Settings settings) {
    var latencies = new Latencies();
    for (int i = 0; i < settings.bookings(); i++) {
      Answer answer = api.book(night, keys.get());
      if (answer.status() != 200) {
        fault(
            region,
            "booking %d of %d is refused: %s".formatted(i + 1, settings.bookings(), answer));
        return;
      }
      latencies.add(answer.took());
    }
    if (latencies.size() == 0) {
      return;
    }
    Duration p95 = latencies.percentile(95);
    console.line(
        "%s: POST /book P50 %d ms, P95 %d ms (%d requests from here, one after another)"
            .formatted(
                region, latencies.percentile(50).toMillis(), p95.toMillis(), latencies.size()));
    settings
        .p95Max()
        .filter(max -> p95.compareTo(max) > 0)
        .ifPresent(
            max ->
                fault(
                    region,
                    "P95 is %d ms, more than %d".formatted(p95.toMillis(), max.toMillis())));
  }

  /** A Region that was just deployed is silent for a while, and silence rings elsewhere. */
  private void quiet(Outputs region, Instant patience) {
    List<String> ringing = ringing(region);
    if (!ringing.isEmpty() && clock.instant().isBefore(patience)) {
      console.line(
          "%s: in alarm: %s; waiting for them to end"
              .formatted(region.stack().region(), String.join(", ", ringing)));
    }
    while (!ringing.isEmpty() && clock.instant().isBefore(patience)) {
      sleeper.accept(BETWEEN_ALARMS);
      ringing = ringing(region);
    }
    if (ringing.isEmpty()) {
      console.line(region.stack().region() + ": no alarm");
    } else {
      fault(region.stack().region(), "in alarm: " + String.join(", ", ringing));
    }
  }

  private List<String> ringing(Outputs region) {
    return alarms.ringing(region.stack().region(), region.text(StackOutput.ALARM_NAME_PREFIX));
  }

  private BookingClient client(Outputs region, String token) {
    return new BookingClient(http, region.text(StackOutput.API_ENDPOINT), token);
  }

  private void fault(String region, String what) {
    String fault = region + ": " + what;
    console.line("  FAULT " + fault);
    faults.add(fault);
  }
}
