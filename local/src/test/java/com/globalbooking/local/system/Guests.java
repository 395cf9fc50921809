package com.globalbooking.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** People and hotels that use the booking API over HTTP. */
final class Guests {
  /** One night for the whole run, so that a run across midnight asks for what it loaded. */
  @SuppressWarnings("TimeInStaticInitializer")
  static final LocalDate NIGHT = LocalDate.now(ZoneOffset.UTC).plusDays(30);

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration REPLICATED_WITHIN = Duration.ofSeconds(20);
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  /** An answer of the API. */
  record Answer(int status, JsonNode body, HttpResponse<String> response) {
    String code() {
      return body.path("code").asText();
    }
  }

  private final LocalRegions local;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  Guests(LocalRegions local) {
    this.local = local;
  }

  String token(String subject, String scope) {
    return local.token(subject, scope, Duration.ofMinutes(30));
  }

  String guestToken(String subject) {
    return token(subject, "booking:write booking:read");
  }

  URI api(RegionName region) {
    return local.apiEndpoint(region);
  }

  /** A stay of one room-night and more from {@link #NIGHT} on. */
  ObjectNode stay(String property, int nights) {
    ObjectNode request =
        json.createObjectNode().put("propertyId", property).put("roomId", "double").put("units", 1);
    if (nights == 1) {
      request.put("date", NIGHT.toString());
    } else {
      request.put("checkIn", NIGHT.toString()).put("checkOut", NIGHT.plusDays(nights).toString());
    }
    request.putObject("guestInfo").put("name", "Alice Example").put("email", "alice@example.com");
    return request;
  }

  Answer book(URI api, String token, JsonNode request, String... headers) {
    return send(builder(api, "/book", token, headers).POST(body(request)));
  }

  Answer get(URI api, String token, String path) {
    return send(builder(api, path, token).GET());
  }

  /**
   * Sets an allotment of the first three nights from {@link #NIGHT} on; repeats it while the Region
   * is busy, as its answer asks for: a JVM that starts in the owner's Region is slow.
   */
  Answer allot(URI api, String property, int units, RegionName owner) {
    return allot(api, property, "double", allotment(units, owner));
  }

  /** Sets the allotment of a room as {@code request} says; repeats it while the Region is busy. */
  Answer allot(URI api, String property, String room, ObjectNode request) {
    return repeat(
        READY_WITHIN,
        answer -> answer.status() == 503,
        () ->
            send(
                builder(
                        api,
                        "/properties/" + property + "/rooms/" + room + "/inventory",
                        token("operator", "inventory:write"))
                    .PUT(body(request))));
  }

  /** The request that gives a Region units of the first three nights from {@link #NIGHT} on. */
  ObjectNode allotment(int units, RegionName owner) {
    return json.createObjectNode()
        .put("from", NIGHT.toString())
        .put("to", NIGHT.plusDays(2).toString())
        .put("units", units)
        .put("ownerRegion", owner.value());
  }

  /** Free units of a night, as one Region tells it: per owner Region. */
  JsonNode nights(URI api, String property) {
    return search(api, property).body().path("rooms").path(0).path("nights");
  }

  /** What is free at a property on the first three nights from {@link #NIGHT} on. */
  Answer search(URI api, String property) {
    return get(
        api,
        guestToken("reader"),
        "/properties/%s/availability?from=%s&to=%s".formatted(property, NIGHT, NIGHT.plusDays(2)));
  }

  /** Asks again until the answer has this status, for as long as replication may take. */
  Answer eventually(int status, Supplier<Answer> question) {
    return eventually(status, REPLICATED_WITHIN, question);
  }

  /** The same with patience of one's own. */
  Answer eventually(int status, Duration patience, Supplier<Answer> question) {
    return repeat(patience, answer -> answer.status() != status, question);
  }

  private static Answer repeat(
      Duration patience, Predicate<Answer> again, Supplier<Answer> question) {
    long deadline = System.nanoTime() + patience.toNanos();
    Answer answer = question.get();
    while (again.test(answer) && System.nanoTime() < deadline) {
      answer = question.get();
    }
    return answer;
  }

  /** Does something many times at once, and returns every answer in the order of the numbers. */
  static List<Answer> allAtOnce(int times, IntFunction<Answer> act) throws Exception {
    List<Future<Answer>> running = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(threads.submit(() -> act.apply(number)));
      }
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  private HttpRequest.Builder builder(URI api, String path, String token, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpRequest.BodyPublisher body(JsonNode node) {
    return BodyPublishers.ofString(node.toString());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), json.readTree(response.body()), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
