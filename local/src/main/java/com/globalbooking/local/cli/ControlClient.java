package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks running local Regions for something. */
final class ControlClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final RunningRegions running;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private ControlClient(RunningRegions running) {
    this.running = running;
  }

  /** Connects to the Regions of this checkout, or fails with what to do. */
  static ControlClient connect(Workspace workspace) {
    RunningRegions running =
        workspace
            .running()
            .filter(RunningRegions::alive)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "No local Regions are running. Start them with: scripts/local up"));
    return new ControlClient(running);
  }

  /** Sends a command and returns the answer; a refusal becomes its sentence. */
  JsonNode ask(String command, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.control() + "/" + command + "?" + query))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + running.secret())
            .POST(BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      JsonNode answer = json.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new CommandFailedException(answer.path("error").asText("The Regions refused."));
      }
      return answer;
    } catch (IOException failure) {
      throw new CommandFailedException(
          "The local Regions (process %d) do not answer: %s"
              .formatted(running.pid(), failure.getMessage()),
          failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", stop);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
