package com.globalbooking.local.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.metrics.AlarmState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowResourcesTest {
  private static final String ARN = "arn:aws:states:us-west-2:000000000000:stateMachine:audit";
  private static final String ROLE = "arn:aws:iam::000000000000:role/scheduler";

  private @TempDir Path root;
  private RegionFixture region;

  @BeforeEach
  void start() {
    region = new RegionFixture(root, Map.of());
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void aStateMachineCanBeStartedByItsArn() throws Exception {
    var created =
        region.create(
            SfnStateMachine.TYPE,
            "audit",
            machine("{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}"));

    assertThat(created.id()).isEqualTo(ARN);
    assertThat(new Inputs(created.computed()).string("arn")).isEqualTo(ARN);
    assertThat(region.context.operations().stateMachines().machines()).hasSize(1);
  }

  @Test
  void aDefinitionWithAWrongFieldFailsTheDeployment() {
    assertThatThrownBy(
            () ->
                region.create(
                    SfnStateMachine.TYPE,
                    "audit",
                    machine(
                        "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Pass\",\"Nxt\":\"S\"}}}")))
        .hasMessageContaining("States.S")
        .hasMessageContaining("Nxt");
  }

  @Test
  void aScheduleOfAStateMachineIsDue() throws Exception {
    region.create(SchedulerSchedule.TYPE, "every", schedule("rate(5 minutes)", "OFF", ARN));

    assertThat(region.context.operations().schedules().status())
        .singleElement()
        .satisfies(status -> assertThat(status.next()).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 5 * * ? *) | OFF | arn:aws:states:us-west-2:000000000000:stateMachine:a | cron",
        "rate(5 minutes) | FLEXIBLE | arn:aws:states:us-west-2:000000000000:stateMachine:a | OFF",
        "rate(5 minutes) | OFF | arn:aws:sqs:us-west-2:000000000000:queue | functions",
      })
  void aScheduleThatLocalRegionsCannotKeepIsRefused(
      String expression, String window, String target, String why) {
    assertThatThrownBy(
            () ->
                region.create(
                    SchedulerSchedule.TYPE, "every", schedule(expression, window, target)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void anAlarmBeginsWithoutData() throws Exception {
    region.create(CloudWatchAlarm.TYPE, "errors", alarm(Map.of()));

    assertThat(region.context.operations().monitoring().alarms().status())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).isEqualTo("errors");
              assertThat(it.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "statistic, Median",
    "comparisonOperator, GreaterThanUpperThreshold",
    "treatMissingData, guess",
    "unit, Count",
  })
  void anAlarmThatLocalRegionsCannotDecideAboutIsRefused(String field, String value) {
    assertThatThrownBy(
            () -> region.create(CloudWatchAlarm.TYPE, "errors", alarm(Map.of(field, value))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, ?> machine(String definition) {
    return Map.of("name", "audit", "roleArn", ROLE, "definition", definition);
  }

  private static Map<String, ?> schedule(String expression, String window, String target) {
    return Map.of(
        "name",
        "every",
        "scheduleExpression",
        expression,
        "flexibleTimeWindow",
        Map.of("mode", window),
        "target",
        Map.of("arn", target, "roleArn", ROLE, "input", "{}"));
  }

  private static Map<String, ?> alarm(Map<String, String> changed) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("name", "errors");
    inputs.put("namespace", "AWS/Lambda");
    inputs.put("metricName", "Errors");
    inputs.put("dimensions", Map.of("FunctionName", "f"));
    inputs.put("statistic", "Sum");
    inputs.put("period", 60);
    inputs.put("evaluationPeriods", 1);
    inputs.put("threshold", 0);
    inputs.put("comparisonOperator", "GreaterThanThreshold");
    inputs.put("alarmActions", List.of("arn:aws:sns:us-west-2:000000000000:alarms"));
    inputs.putAll(changed);
    return inputs;
  }
}
