package com.globalbooking.operations.traffic;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.aws.AlarmStates;
import com.globalbooking.operations.environments.Outputs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks the Region itself, as Route 53's checkers do, and looks at the alarm of its guests. */
public final class HttpRegionProbe implements RegionProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  private final HttpClient http;
  private final AlarmStates alarms;

  public HttpRegionProbe(HttpClient http, AlarmStates alarms) {
    this.http = http;
    this.alarms = alarms;
  }

  @Override
  public Optional<String> fault(Outputs region) {
    URI health = URI.create(region.text(StackOutput.API_ENDPOINT) + "/health");
    try {
      int status =
          http.send(
                  HttpRequest.newBuilder(health).timeout(TIMEOUT).build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        return Optional.of("answers %d at %s".formatted(status, health));
      }
    } catch (IOException unreachable) {
      return Optional.of("does not answer at %s".formatted(health));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted while asking " + health, interrupted);
    }
    String alarm = region.text(StackOutput.REGION_ALARM_NAME);
    return alarms.ringing(region.stack().region(), alarm).stream()
        .findFirst()
        .map(name -> "has the alarm " + name);
  }
}
