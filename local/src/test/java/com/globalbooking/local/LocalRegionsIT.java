package com.globalbooking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalRegionsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");

  private final List<String> progress = new ArrayList<>();
  private @TempDir Path directory;

  @Test
  void twoRegionsStartServeAndStop() throws Exception {
    long processes = ProcessHandle.current().descendants().count();
    try (LocalRegions local = LocalRegions.start(options(ROOT));
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(local.regions()).containsExactly(OREGON, IRELAND);
      assertThat(local.region(OREGON).role()).isEqualTo("primary");
      assertThat(local.region(IRELAND).role()).isEqualTo("replica");
      assertThat(local.region(IRELAND).unknownResources()).isEmpty();
      assertThat(local.lag())
          .containsOnlyKeys(
              "global-booking-local-inventory",
              "global-booking-local-bookings",
              "global-booking-local-regions");
      assertThat(local.logFiles("booking-handler")).containsOnlyKeys("us-west-2", "eu-west-1");
      assertThatThrownBy(() -> local.logFiles("no-such-function"))
          .hasMessageContaining("booking-handler");

      assertThat(statusOf(http, local.globalEndpoint())).isEqualTo(200);
      assertThat(statusOf(http, local.apiEndpoint(IRELAND))).isEqualTo(200);
    }
    assertThat(ProcessHandle.current().descendants().count()).isEqualTo(processes);
    assertThat(progress).contains("Deploying the stack of us-west-2");
  }

  @Test
  void aStartThatFailsHalfWayLeavesNothingBehind() throws Exception {
    long processes = ProcessHandle.current().descendants().count();
    Path rootWithoutProgram = directory.resolve("root");
    Path lib = rootWithoutProgram.resolve("local/dynamodb-local/target");
    Files.createDirectories(lib);
    Files.createSymbolicLink(lib.resolve("lib"), ROOT.resolve("local/dynamodb-local/target/lib"));
    Path engines = Files.createDirectories(rootWithoutProgram.resolve("local/engines"));
    Files.createSymbolicLink(engines.resolve("target"), ROOT.resolve("local/engines/target"));

    assertThatThrownBy(() -> LocalRegions.start(options(rootWithoutProgram)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run scripts/build");

    assertThat(ProcessHandle.current().descendants().count()).isEqualTo(processes);
  }

  private LocalRegions.Options options(Path root) {
    return new LocalRegions.Options(
        root, directory.resolve("work"), List.of(OREGON, IRELAND), 0, Set.of(), progress::add);
  }

  private static int statusOf(HttpClient http, URI endpoint) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/health")).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
