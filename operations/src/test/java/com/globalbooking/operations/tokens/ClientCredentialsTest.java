package com.globalbooking.operations.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.LoopbackServer;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.environments.StackId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCredentialsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private LoopbackServer.Response response =
      new LoopbackServer.Response(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
  private final LoopbackServer server = new LoopbackServer(request -> response);

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private Outputs primary(String endpoint) {
    return new Outputs(
        new StackId("dev", "us-west-2"),
        JsonNodeFactory.instance
            .objectNode()
            .put(StackOutput.TOKEN_ENDPOINT, endpoint)
            .put(StackOutput.TOKEN_CLIENT_ID, "id")
            .put(StackOutput.TOKEN_CLIENT_SECRET, "secret")
            .put(StackOutput.JWT_ISSUER, "https://issuer.example"));
  }

  private ClientCredentials at(Instant now) {
    return new ClientCredentials(
        http, new TokenFile(folder.resolve("tokens/dev.json")), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void aTokenIsAskedForOnceAndKeptForThisUserOnlyUntilItExpires() throws IOException {
    String endpoint = server.uri() + "/oauth2/token";

    assertThat(at(NOW).token(primary(endpoint))).isEqualTo("t1");
    assertThat(at(NOW.plusSeconds(600)).token(primary(endpoint))).isEqualTo("t1");
    assertThat(server.requests)
        .containsExactly(
            new LoopbackServer.Request(
                "POST", "/oauth2/token", "Basic aWQ6c2VjcmV0", "grant_type=client_credentials"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("tokens/dev.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    response = new LoopbackServer.Response(200, "{\"access_token\":\"t2\",\"expires_in\":3600}");
    assertThat(at(NOW.plus(Duration.ofHours(1))).token(primary(endpoint))).isEqualTo("t2");
  }

  @Test
  void anIssuerOfTheCustomersOwnIsNamed() {
    assertThatThrownBy(() -> at(NOW).token(primary("")))
        .hasMessageContaining("https://issuer.example")
        .hasMessageContaining("SMOKE_TOKEN");
  }

  @Test
  void aRefusalIsToldAndNotKept() {
    response = new LoopbackServer.Response(400, "{\"error\":\"invalid_client\"}");

    assertThatThrownBy(() -> at(NOW).token(primary(server.uri() + "/oauth2/token")))
        .hasMessageContaining("400")
        .hasMessageContaining("invalid_client");
    assertThat(folder.resolve("tokens/dev.json")).doesNotExist();
  }
}
