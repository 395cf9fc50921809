package com.globalbooking.operations.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.Outputs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** A token of the user pool that a stack without an issuer of its own makes. */
public final class ClientCredentials {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final TokenFile kept;
  private final Clock clock;

  public ClientCredentials(HttpClient http, TokenFile kept, Clock clock) {
    this.http = http;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * A token with every scope that the client has, a new one when the last has expired.
   *
   * @throws RefusedException when the environment's tokens are the customer's own, or the endpoint
   *     gives none
   */
  public String token(Outputs primary) {
    String endpoint = primary.text(StackOutput.TOKEN_ENDPOINT);
    if (endpoint.isEmpty()) {
      throw new RefusedException(
          "The tokens of %s are signed by %s: get one there, with the scopes booking:read, booking:write and inventory:write, and set SMOKE_TOKEN to it."
              .formatted(primary.stack().environment(), primary.text(StackOutput.JWT_ISSUER)));
    }
    String clientId = primary.text(StackOutput.TOKEN_CLIENT_ID);
    String issuedBy = endpoint + " " + clientId;
    return kept.read(issuedBy, clock.instant())
        .orElseGet(
            () -> {
              Token token =
                  ask(
                      URI.create(endpoint),
                      clientId,
                      primary.text(StackOutput.TOKEN_CLIENT_SECRET));
              kept.write(issuedBy, token);
              return token;
            })
        .value();
  }

  private Token ask(URI endpoint, String clientId, String clientSecret) {
    String credentials =
        Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new RefusedException(
            "%s gives no token: it answered %d %s"
                .formatted(endpoint, response.statusCode(), new String(response.body(), UTF_8)));
      }
      JsonNode body = JSON.readTree(response.body());
      return new Token(
          body.path("access_token").asText(),
          clock.instant().plusSeconds(body.path("expires_in").asLong()));
    } catch (IOException unreachable) {
      throw new RefusedException(
          "%s gives no token: %s".formatted(endpoint, unreachable.getMessage()), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted while asking for a token.", interrupted);
    }
  }
}
