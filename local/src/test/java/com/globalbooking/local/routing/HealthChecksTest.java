package com.globalbooking.local.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.metrics.AlarmState;
import com.globalbooking.local.routing.HealthCheck.Kind;
import com.globalbooking.local.routing.HealthCheck.WithoutData;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthChecksTest {
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final String HOST = "us-west-2.booking.test";

  private final Set<String> ill = new HashSet<>();

  /** What the data of an alarm lead to, by its name: read when judged, as a metric is. */
  private final Map<String, AlarmState> alarms = new HashMap<>();

  private final HealthChecks checks =
      new HealthChecks(
          endpoint -> !ill.contains(endpoint.domainName()),
          (region, name) ->
              Optional.ofNullable(alarms.get(name))
                  .map(_ -> before -> alarms.getOrDefault(name, before)),
          1);

  @AfterEach
  void close() {
    checks.close();
  }

  @Test
  void anEndpointIsHealthyUntilTheThresholdOfFailuresInARow() throws Exception {
    checks.create("endpoint", HealthCheck.of(endpoint(3)));
    ill.add(HOST);
    checks.observeAll();
    checks.observeAll();
    assertThat(checks.isHealthy("endpoint")).isTrue();
    checks.observeAll();
    assertThat(checks.isHealthy("endpoint")).isFalse();

    ill.clear();
    checks.observeAll();
    checks.observeAll();
    assertThat(checks.isHealthy("endpoint")).as("two successes").isFalse();
    checks.observeAll();
    assertThat(checks.isHealthy("endpoint")).as("three successes").isTrue();
  }

  @Test
  void aSuccessBetweenFailuresStartsTheCountAnew() throws Exception {
    checks.create("endpoint", HealthCheck.of(endpoint(2)));
    ill.add(HOST);
    checks.observeAll();
    ill.clear();
    checks.observeAll();
    ill.add(HOST);
    checks.observeAll();

    assertThat(checks.isHealthy("endpoint")).isTrue();
  }

  @Test
  void aMetricFollowsTheDataOfItsAlarm() {
    alarms.put("region-healthy", AlarmState.OK);
    checks.create("metric", HealthCheck.of(metric(WithoutData.LAST_KNOWN_STATUS)));
    assertThat(checks.isHealthy("metric")).isTrue();
    alarms.put("region-healthy", AlarmState.ALARM);
    assertThat(checks.isHealthy("metric")).isFalse();
    alarms.put("region-healthy", AlarmState.INSUFFICIENT_DATA);
    assertThat(checks.isHealthy("metric")).as("last known").isFalse();
  }

  @Test
  void aMetricWithoutDataIsWhatTheProgramSays() {
    alarms.put("region-healthy", AlarmState.INSUFFICIENT_DATA);
    checks.create("last-known", HealthCheck.of(metric(WithoutData.LAST_KNOWN_STATUS)));
    checks.create("unhealthy", HealthCheck.of(metric(WithoutData.UNHEALTHY)));

    assertThat(checks.isHealthy("last-known")).as("nothing was ever known").isTrue();
    assertThat(checks.isHealthy("unhealthy")).isFalse();
  }

  @Test
  void anAlarmThatIsNotThereCannotBeWatched() {
    assertThatThrownBy(() -> checks.create("metric", HealthCheck.of(metric(WithoutData.HEALTHY))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no metric alarm region-healthy in us-west-2");
  }

  @Test
  void aCalculatedCheckCountsItsHealthyChildren() {
    twoChildren();
    checks.create("all", calculated(2));
    checks.create("any", calculated(1));
    assertThat(checks.isHealthy("all")).isTrue();

    alarms.put("region-healthy", AlarmState.ALARM);
    assertThat(checks.isHealthy("all")).isFalse();
    assertThat(checks.isHealthy("any")).isTrue();
  }

  @Test
  void aThresholdAboveTheChildrenIsNeverMetAndZeroAlways() throws Exception {
    twoChildren();
    checks.create("region", calculated(3));
    assertThat(checks.isHealthy("region")).as("drained").isFalse();

    var undrained = checks.update("region", _ -> calculated(2));
    assertThat(undrained.healthy()).isTrue();
    assertThat(undrained.version()).isEqualTo(2);

    ill.add(HOST);
    alarms.put("region-healthy", AlarmState.ALARM);
    checks.observeAll();
    checks.update("region", _ -> calculated(0));
    assertThat(checks.isHealthy("region")).isTrue();
  }

  @Test
  void aCalculatedCheckHasNoCalculatedChildrenAndNoneThatAreMissing() {
    twoChildren();
    checks.create("region", calculated(2));

    assertThatThrownBy(
            () ->
                checks.create("switch", HealthCheck.of(new Kind.Calculated(List.of("region"), 1))))
        .hasMessageContaining("another as a child");
    assertThatThrownBy(
            () -> checks.create("none", HealthCheck.of(new Kind.Calculated(List.of("x"), 1))))
        .hasMessageContaining("no health check x");
  }

  @Test
  void aDisabledCheckIsHealthyAndWithInversionUnhealthy() {
    alarms.put("region-healthy", AlarmState.ALARM);
    Kind metric = metric(WithoutData.HEALTHY);
    checks.create("disabled", new HealthCheck(metric, false, true));
    checks.create("inverted", new HealthCheck(metric, true, false));
    checks.create("both", new HealthCheck(metric, true, true));

    assertThat(checks.isHealthy("disabled")).isTrue();
    assertThat(checks.isHealthy("inverted")).isTrue();
    assertThat(checks.isHealthy("both")).isFalse();
  }

  @Test
  void endpointsAreAskedOnlyOnceTheyAreDeployed() throws Exception {
    var asked = new CountDownLatch(1);
    try (var hasty =
        new HealthChecks(
            _ -> {
              asked.countDown();
              return true;
            },
            (region, name) -> Optional.empty(),
            100_000)) {
      hasty.create("endpoint", HealthCheck.of(endpoint(3)));
      assertThat(asked.getCount()).isEqualTo(1);
      hasty.begin();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void twoChildren() {
    alarms.put("region-healthy", AlarmState.OK);
    checks.create("reachable", HealthCheck.of(endpoint(1)));
    checks.create("signal", HealthCheck.of(metric(WithoutData.LAST_KNOWN_STATUS)));
  }

  private static HealthCheck calculated(int threshold) {
    return HealthCheck.of(new Kind.Calculated(List.of("reachable", "signal"), threshold));
  }

  private static Kind endpoint(int failureThreshold) {
    return new Kind.Endpoint(
        "HTTPS", HOST, 443, "/health", Duration.ofSeconds(30), failureThreshold);
  }

  private static Kind metric(WithoutData withoutData) {
    return new Kind.Metric(OREGON, "region-healthy", withoutData);
  }
}
