package com.globalbooking.operations.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.operations.RefusedException;
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

/** The booking API of one Region, as a guest and a hotel see it. */
final class BookingClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * What the API answered.
   *
   * @param took from the request to the last byte
   */
  record Answer(int status, JsonNode body, Duration took) {
    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  private final HttpClient http;
  private final String endpoint;
  private final String token;

  BookingClient(HttpClient http, String endpoint, String token) {
    this.http = http;
    this.endpoint = endpoint;
    this.token = token;
  }

  /** Gives a Region units of the smoke room to sell. */
  Answer stock(String ownerRegion, LocalDate from, LocalDate to, int units) {
    return send(
        request("/properties/%s/rooms/%s/inventory".formatted(SmokeProperty.ID, SmokeProperty.ROOM))
            .PUT(
                body(
                    Map.of(
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "units",
                        units,
                        "ownerRegion",
                        ownerRegion))));
  }

  /** Books one unit for one night. */
  Answer book(LocalDate night, String idempotencyKey) {
    return send(
        request("/book")
            .header("Idempotency-Key", idempotencyKey)
            .POST(
                body(
                    Map.of(
                        "propertyId",
                        SmokeProperty.ID,
                        "roomId",
                        SmokeProperty.ROOM,
                        "date",
                        night.toString(),
                        "units",
                        1,
                        "guestInfo",
                        Map.of("name", "Smoke Test", "email", "smoke@example.com")))));
  }

  /** Reads a booking. */
  Answer read(String bookingId) {
    return send(request("/bookings/" + bookingId).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.BodyPublisher body(Map<String, ?> members) {
    return BodyPublishers.ofString(JSON.valueToTree(members).toString());
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest whole = request.build();
    long begun = System.nanoTime();
    try {
      HttpResponse<byte[]> response = http.send(whole, BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          JSON.readTree(response.body()),
          Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException unreachable) {
      throw new RefusedException(
          "%s %s does not answer: %s"
              .formatted(whole.method(), whole.uri(), unreachable.getMessage()),
          unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted while waiting for " + whole.uri(), interrupted);
    }
  }
}
