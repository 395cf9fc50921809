package com.globalbooking.regionhealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.ScheduledTask;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.ProbeRound;
import com.globalbooking.domain.health.ProbingRegion;
import com.globalbooking.functiontests.NothingAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole function with its real adapters, while DynamoDB and CloudWatch take connections and say
 * nothing.
 */
@QuarkusTest
@TestProfile(HangingTest.Hanging.class)
class HangingTest {
  /** Of a health check, once it is connected. */
  private static final Duration ROUTE_53_WAITS = Duration.ofSeconds(2);

  private static final Duration LAMBDA_WAITS = Duration.ofSeconds(5);

  @Inject ProbingRegion probing;
  @Inject RegionHealthHandler handler;

  @Test
  void aRoundIsOverWhileRoute53StillWaits() {
    long start = System.nanoTime();

    ProbeRound round = probing.newRound();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ROUTE_53_WAITS);
    assertThat(round.failed()).containsOnlyKeys(Probe.values());
  }

  @Test
  void theScheduledRunEndsByItselfAndSaysThatNothingAnswered() throws Exception {
    var output = new ByteArrayOutputStream();
    long start = System.nanoTime();

    handler.handle(new ByteArrayInputStream(ScheduledTask.HEARTBEAT_EVENT.getBytes(UTF_8)), output);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LAMBDA_WAITS);
    JsonNode answer = new ObjectMapper().readTree(output.toByteArray());
    assertThat(answer.path("healthy").asBoolean(true)).isFalse();
    assertThat(answer.path("alarm").asText()).isEqualTo("UNKNOWN");
    assertThat(answer.path("heartbeat").path("written").asBoolean(true)).isFalse();
  }

  /** Leads every client to a socket that nobody accepts from. */
  public static final class Hanging implements QuarkusTestProfile {
    private static final ServerSocket SILENT = open();

    private static ServerSocket open() {
      try {
        return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      String silent = "http://127.0.0.1:" + SILENT.getLocalPort();
      Map<String, String> overrides = new HashMap<>(new NothingAnswers().getConfigOverrides());
      overrides.put("quarkus.dynamodb.endpoint-override", silent);
      overrides.put("aws.endpointUrlCloudWatch", silent);
      return overrides;
    }
  }
}
