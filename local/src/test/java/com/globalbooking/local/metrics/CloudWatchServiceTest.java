package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.SettableClock;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.network.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** By the client that functions and scripts use, in its own protocol. */
class CloudWatchServiceTest {
  private static final RegionName OREGON = new RegionName("us-west-2");
  private static final String ROLE = "arn:aws:iam::000000000000:role/region-health";
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final MetricId DEPTH = MetricId.of("AWS/SQS", "Depth", "QueueName", "dlq");

  private final SettableClock clock = new SettableClock(START);
  private final MetricStore store = new MetricStore(clock);
  private final Alarms alarms = new Alarms(clock, store, (alarm, topic, subject, text) -> {});
  private final AccessKeys keys = new AccessKeys(new Random(1));
  private final AccessControl access = new AccessControl();
  private final AwsEndpoint endpoint =
      AwsEndpoint.start(
          keys,
          access,
          new Network(),
          List.of(
              new CloudWatchService(
                  region ->
                      region.equals(OREGON) ? Optional.of(alarms.described()) : Optional.empty())));
  private final CloudWatchClient client = client(ROLE);

  @BeforeEach
  void deploy() {
    access.putRolePolicy(
        ROLE,
        "ask",
        """
        {"Statement": [
          {"Effect": "Allow", "Action": "cloudwatch:DescribeAlarms", "Resource": "*"}]}
        """);
    alarms.deploy(alarm("dlq-b"));
    alarms.deploy(alarm("dlq-a"));
    alarms.deploy(
        new CompositeAlarm(
            "arn:aws:cloudwatch:us-west-2:000000000000:alarm:cannot-book",
            "cannot-book",
            "Guests cannot book",
            "ALARM(\"dlq-a\")",
            List.of(),
            List.of()));
  }

  @AfterEach
  void close() {
    client.close();
    endpoint.close();
  }

  @Test
  void withoutTypesOnlyAlarmsOnMetricsAreDescribed() {
    var answer = client.describeAlarms();

    assertThat(answer.metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .containsExactly("dlq-a", "dlq-b");
    assertThat(answer.compositeAlarms()).isEmpty();
    MetricAlarm first = answer.metricAlarms().getFirst();
    assertThat(first.namespace()).isEqualTo("AWS/SQS");
    assertThat(first.dimensions().getFirst().value()).isEqualTo("dlq");
    assertThat(first.statisticAsString()).isEqualTo("Maximum");
    assertThat(first.period()).isEqualTo(60);
    assertThat(first.threshold()).isEqualTo(2.5);
    assertThat(first.comparisonOperator()).isEqualTo(ComparisonOperator.GREATER_THAN_THRESHOLD);
    assertThat(first.stateUpdatedTimestamp()).isEqualTo(START);
    assertThat(first.stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
  }

  @Test
  void aCompositeAlarmIsDescribedWithItsState() {
    clock.pass(Duration.ofSeconds(70));
    store.put(DEPTH, 3);
    alarms.evaluate();

    var found =
        client
            .describeAlarms(
                it -> it.alarmNames("cannot-book").alarmTypes(AlarmType.COMPOSITE_ALARM))
            .compositeAlarms();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(found.getFirst().alarmRule()).isEqualTo("ALARM(\"dlq-a\")");
    assertThat(found.getFirst().stateUpdatedTimestamp()).isEqualTo(START.plusSeconds(70));
  }

  @Test
  void alarmsAreFoundByPrefixAndStatePageByPage() {
    var all =
        client.describeAlarmsPaginator(
            it ->
                it.alarmNamePrefix("dlq-")
                    .stateValue(StateValue.INSUFFICIENT_DATA)
                    .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                    .maxRecords(1));

    assertThat(all.stream()).hasSize(2);
    assertThat(client.describeAlarms(it -> it.stateValue(StateValue.ALARM)).metricAlarms())
        .isEmpty();
    assertThat(client.describeAlarms(it -> it.alarmNamePrefix("other")).metricAlarms()).isEmpty();
  }

  @Test
  void whoeverMayNotIsRefused() {
    try (CloudWatchClient stranger = client("arn:aws:iam::000000000000:role/stranger")) {
      assertThatThrownBy(stranger::describeAlarms)
          .isInstanceOfSatisfying(
              CloudWatchException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              });
    }
  }

  @Test
  void otherOperationsAreNotServed() {
    assertThatThrownBy(() -> client.deleteAlarms(it -> it.alarmNames("dlq-a")))
        .isInstanceOf(CloudWatchException.class)
        .hasMessageContaining("Local Regions have no CloudWatch operation");
  }

  private CloudWatchClient client(String role) {
    AccessKey key = keys.keyOf(new Caller(OREGON, "region-health", role));
    return CloudWatchClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.US_WEST_2)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
        .build();
  }

  private static AlarmDefinition alarm(String name) {
    return new AlarmDefinition(
        "arn:aws:cloudwatch:us-west-2:000000000000:alarm:" + name,
        name,
        "Letters wait",
        new Measure.OfMetric(DEPTH, Statistic.Simple.MAXIMUM),
        Duration.ofMinutes(1),
        1,
        1,
        new Threshold(Threshold.Comparison.GREATER, 2.5),
        MissingData.NOT_BREACHING,
        List.of(),
        List.of());
  }
}
