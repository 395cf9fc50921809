package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.pms.PmsSystems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few hotels to play with, loaded through the public API like any hotel's: one that the first
 * Region sells alone, one that the last Region sells alone, and one that all Regions share.
 */
final class DemoInventory {
  static final int NIGHTS = 60;

  /** Property to the PMS that it has. */
  static final Map<String, String> PMS =
      Map.of(
          "harbour-seattle", PmsSystems.HARBOUR,
          "liffey-dublin", PmsSystems.ALPINE,
          "grand-reykjavik", PmsSystems.ALPINE);

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** JVMs that start in the other Region take longer than a Region waits for another. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int BUSY = 503;

  private record Allotment(String property, String room, RegionName owner, int units) {}

  private final URI api;
  private final String operatorToken;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param api base URI of a booking API
   * @param operatorToken bearer token with the scope {@code inventory:write}
   */
  DemoInventory(URI api, String operatorToken, Clock clock) {
    this.api = api;
    this.operatorToken = operatorToken;
    this.clock = clock;
  }

  /** Loads the next {@value #NIGHTS} nights; repeating it changes nothing. */
  void load(List<RegionName> regions) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Allotment allotment : allotments(regions)) {
        put(http, allotment);
      }
    }
  }

  private static List<Allotment> allotments(List<RegionName> regions) {
    List<Allotment> allotments = new ArrayList<>();
    for (String room : List.of("double", "suite")) {
      int units = room.equals("suite") ? 4 : 12;
      allotments.add(new Allotment("harbour-seattle", room, regions.getFirst(), units));
      allotments.add(new Allotment("liffey-dublin", room, regions.getLast(), units));
      for (RegionName region : regions) {
        allotments.add(new Allotment("grand-reykjavik", room, region, units));
      }
    }
    return allotments;
  }

  private void put(HttpClient http, Allotment allotment) throws IOException, InterruptedException {
    LocalDate first = LocalDate.now(clock);
    byte[] body =
        json.writeValueAsBytes(
            Map.of(
                "from", first.toString(),
                "to", first.plusDays(NIGHTS - 1L).toString(),
                "units", allotment.units(),
                "ownerRegion", allotment.owner().value()));
    HttpRequest request =
        HttpRequest.newBuilder(
                api.resolve(
                    "/properties/%s/rooms/%s/inventory"
                        .formatted(allotment.property(), allotment.room())))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + operatorToken)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    Instant end = clock.instant().plus(PATIENCE);
    while (response.statusCode() == BUSY && clock.instant().isBefore(end)) {
      Thread.sleep(Duration.ofSeconds(1)); // what Retry-After says
      response = http.send(request, BodyHandlers.ofString());
    }
    if (response.statusCode() != 200) {
      throw new IOException(
          "Loading %s %s answered %d: %s"
              .formatted(
                  allotment.property(), allotment.room(), response.statusCode(), response.body()));
    }
  }
}
