package com.globalbooking.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, through the scripts as a new user runs them. */
class CommandLineE2E {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static Run up = new Run(-1, "");

  private record Run(int exit, String output) {}

  @BeforeAll
  static void up() throws Exception {
    up = local("up", "--detach");
  }

  @AfterAll
  static void downLeavesNothingBehind() throws Exception {
    Run down = local("down");
    assertThat(down.exit()).as(down.output()).isZero();
    assertThat(down.output()).contains("The local Regions are down.").doesNotContain("left behind");
    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(directory.toString())))
        .isEmpty();
  }

  @Test
  void upPrintsEndpointsAndAnExample() {
    assertThat(up.exit()).as(up.output()).isZero();
    assertThat(up.output()).contains("Ready.", "us-west-2", "eu-west-1", "curl", "scripts/local");
  }

  @Test
  void aDemoHotelIsBookedAtTheGlobalEndpoint() throws Exception {
    JsonNode status = JSON.readTree(local("status", "--json").output());
    String token = local("token", "--sub", "alice").output().strip();
    String body =
        """
        {"propertyId":"harbour-seattle","roomId":"double","date":"%s","units":1,
         "guestInfo":{"name":"Alice Example","email":"alice@example.com"}}
        """
            .formatted(Guests.NIGHT);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(status.path("globalEndpoint").asText() + "/book"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(JSON.readTree(response.body()).path("success").asBoolean()).isTrue();
    }
    assertThat(local("logs", "booking-handler").exit()).isZero();
  }

  @Test
  void statusListsRegionsFunctionsLinksAndUnknownTypes() throws Exception {
    assertThat(local("status").output())
        .contains("global endpoint", "us-west-2", "booking-handler", "link")
        .contains("every resource type of the program has a local counterpart");
  }

  @Test
  void outputsAreJson() throws Exception {
    JsonNode outputs = JSON.readTree(local("outputs", "eu-west-1").output());
    assertThat(outputs.path("apiEndpoint").asText()).startsWith("http");
    assertThat(outputs.path("role").asText()).isEqualTo("replica");
  }

  @Test
  void aLinkIsCutAndHealed() throws Exception {
    assertThat(local("fault", "cut", "us-west-2", "eu-west-1").output()).contains("cut");
    assertThat(local("status").output()).contains("cut");
    assertThat(local("fault", "delay", "us-west-2", "eu-west-1", "50").output()).contains("50 ms");
    assertThat(local("fault", "heal", "us-west-2", "eu-west-1").exit()).isZero();
  }

  @Test
  void anEngineIsKilledAndStartedAgain() throws Exception {
    assertThat(local("fault", "engine", "us-west-2", "dynamodb", "down").output())
        .contains("dynamodb in us-west-2: killed");
    assertThat(local("status").exit()).isZero();
    assertThat(local("fault", "engine", "us-west-2", "dynamodb", "up").output())
        .contains("started again");
    assertThat(local("fault", "crash", "us-west-2", "audit-migrator").output())
        .contains("instances killed");
    assertThat(local("fault", "engine", "us-west-2", "cassandra", "down"))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(1))
        .satisfies(run -> assertThat(run.output()).contains("[dynamodb, mariadb, redis]"));
  }

  @Test
  void nonsenseGetsASentenceAndAnExitCode() throws Exception {
    assertThat(local("fault", "cut", "us-west-2", "mars-1"))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(1))
        .satisfies(run -> assertThat(run.output()).contains("mars-1"));
    assertThat(local("nonsense").exit()).isEqualTo(2);
    assertThat(local("up", "--regions", "nowhere").exit()).isEqualTo(2);
    assertThat(local("up").output()).contains("running already");
  }

  private static Run local(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/local").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("LOCAL_DIRECTORY", directory.resolve("regions").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }
}
