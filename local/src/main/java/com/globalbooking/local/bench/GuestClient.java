package com.globalbooking.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** A hotel and its guest at the booking API of one Region: one room, one night. */
final class GuestClient implements AutoCloseable {
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI api;
  private final RegionName region;
  private final String property;
  private final LocalDate night;
  private final String hotelToken;
  private final String guestToken;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  GuestClient(LocalRegions local, RegionName region, String property, LocalDate night) {
    this.api = local.apiEndpoint(region);
    this.region = region;
    this.property = property;
    this.night = night;
    this.hotelToken = local.token("bench-hotel", "inventory:write", TOKEN_LIFE);
    this.guestToken = local.token("bench-guest", "booking:write booking:read", TOKEN_LIFE);
  }

  /** Puts units on sale. */
  void allot(int units) throws IOException, InterruptedException {
    byte[] body =
        json.writeValueAsBytes(
            Map.of(
                "from", night.toString(),
                "to", night.toString(),
                "units", units,
                "ownerRegion", region.value()));
    String path = "/properties/" + property + "/rooms/double/inventory";
    send(request(path, hotelToken).PUT(BodyPublishers.ofByteArray(body)));
  }

  /** Books one unit; the booking's id. */
  String book() throws IOException, InterruptedException {
    byte[] body =
        json.writeValueAsBytes(
            Map.of(
                "propertyId",
                property,
                "roomId",
                "double",
                "date",
                night.toString(),
                "units",
                1,
                "guestInfo",
                Map.of("name", "Alice Example", "email", "alice@example.com")));
    HttpResponse<String> answer =
        send(request("/book", guestToken).POST(BodyPublishers.ofByteArray(body)));
    return json.readTree(answer.body()).required("bookingId").asText();
  }

  /** Whether a search is answered by the cache, with so many free units. */
  boolean cached(int units) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request(
                    "/properties/%s/availability?from=%s&to=%s".formatted(property, night, night),
                    guestToken)
                .GET());
    JsonNode first = json.readTree(answer.body()).at("/rooms/0/nights/0/availableUnits");
    return answer.headers().firstValue("X-Availability-Source").orElse("").equals("cache")
        && first.asInt(-1) == units;
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(answer.request().uri(), answer.statusCode(), answer.body()));
    }
    return answer;
  }
}
