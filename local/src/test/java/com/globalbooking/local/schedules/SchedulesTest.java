package com.globalbooking.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.SettableClock;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.schedules.Schedule.RetryPolicy;
import com.globalbooking.local.schedules.ScheduleExpression.At;
import com.globalbooking.local.schedules.ScheduleExpression.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ROLE = "arn:aws:iam::000000000000:role/scheduler";
  private static final String TARGET = "arn:aws:states:us-west-2:000000000000:stateMachine:audit";
  private static final Rate EVERY_FIVE_MINUTES = new Rate(Duration.ofMinutes(5));

  private final SettableClock clock = new SettableClock(START);
  private final AccessControl access = new AccessControl();
  private final Target target = new Target();
  private final Schedules schedules = new Schedules(clock, access, Runnable::run);

  @Test
  void aRateOfFiveMinutesIsAtOnceAndThenEveryFiveMinutes() {
    deploy(EVERY_FIVE_MINUTES);

    assertThat(invocationsAfter(Duration.ZERO)).isEqualTo(1);
    assertThat(invocationsAfter(Duration.ofSeconds(299))).isEqualTo(1);
    assertThat(invocationsAfter(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(invocationsAfter(Duration.ofMinutes(5))).isEqualTo(3);
  }

  @Test
  void whatWasMissedWhileTheMachineSleptIsNotMadeUpFor() {
    deploy(EVERY_FIVE_MINUTES);
    schedules.runDue();

    assertThat(invocationsAfter(Duration.ofMinutes(32))).isEqualTo(2);
    assertThat(schedules.status().getFirst().next()).contains(START.plus(Duration.ofMinutes(35)));
  }

  @Test
  void aMomentIsInvokedOnce() {
    deploy(new At(START.plusSeconds(60)));

    assertThat(invocationsAfter(Duration.ofSeconds(59))).isZero();
    assertThat(invocationsAfter(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(invocationsAfter(Duration.ofDays(1))).isEqualTo(1);
    assertThat(schedules.status().getFirst().next()).isEmpty();
  }

  @Test
  void theInputTellsTheScheduledTimeNotTheTimeOfTheCall() {
    deploy(EVERY_FIVE_MINUTES);
    schedules.runDue();
    clock.pass(Duration.ofSeconds(303));
    schedules.runDue();

    assertThat(target.inputs)
        .containsExactly(
            "{\"at\":\"2026-03-01T12:00:00Z\",\"attempt\":1}",
            "{\"at\":\"2026-03-01T12:05:00Z\",\"attempt\":1}");
  }

  @Test
  void aScheduleOfTheSameNameReplacesTheOther() {
    deploy(EVERY_FIVE_MINUTES);
    deploy(new Rate(Duration.ofMinutes(1)));
    schedules.runDue();

    assertThat(target.inputs).hasSize(1);
    assertThat(schedules.status()).hasSize(1);
  }

  @Test
  void aRoleThatMayNotInvokesNothing() {
    schedules.deploy(schedule(EVERY_FIVE_MINUTES, new RetryPolicy(0, Duration.ofDays(1)), true));
    schedules.runDue();

    assertThat(target.inputs).isEmpty();
    assertThat(schedules.status().getFirst().lastRefusal().orElse(""))
        .contains("states:StartExecution");
    assertThat(schedules.status().getFirst().dropped()).isEqualTo(1);
    assertThat(access.observed()).containsKey("every");
  }

  @Test
  void whatTheTargetDoesNotTakeIsTriedAgainEachTimeLater() {
    deploy(new At(START), new RetryPolicy(3, Duration.ofDays(1)));
    target.refusals = 2;

    schedules.runDue();
    assertThat(invocationsAfter(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(invocationsAfter(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(invocationsAfter(Duration.ofSeconds(1))).isEqualTo(3);
    assertThat(invocationsAfter(Duration.ofDays(1))).isEqualTo(3);
    assertThat(target.inputs.getLast()).contains("\"attempt\":3");
    assertThat(schedules.status().getFirst().taken()).isEqualTo(1);
  }

  @Test
  void thePolicyEndsTheRetries() {
    deploy(new At(START), new RetryPolicy(2, Duration.ofDays(1)));
    target.refusals = 100;

    for (int i = 0; i < 50; i++) {
      schedules.runDue();
      clock.pass(Duration.ofSeconds(10));
    }

    assertThat(target.inputs).hasSize(3);
    assertThat(schedules.status().getFirst().dropped()).isEqualTo(1);
  }

  @Test
  void anEventThatGotTooOldIsDropped() {
    deploy(new At(START), new RetryPolicy(185, Duration.ofSeconds(4)));
    target.refusals = 100;

    for (int i = 0; i < 50; i++) {
      schedules.runDue();
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(target.inputs).hasSize(3);
  }

  @Test
  void aDisabledScheduleIsNeverDue() {
    allow();
    schedules.deploy(schedule(EVERY_FIVE_MINUTES, RetryPolicy.DEFAULT, false));

    assertThat(invocationsAfter(Duration.ofDays(1))).isZero();
  }

  @Test
  void suspendedSchedulesInvokeWhatIsDueOnceTheyAreResumed() {
    deploy(EVERY_FIVE_MINUTES);
    schedules.suspend();
    assertThat(invocationsAfter(Duration.ofHours(1))).isZero();

    schedules.resume();

    assertThat(invocationsAfter(Duration.ZERO)).isEqualTo(1);
  }

  @Test
  void onceBegunItInvokesByItselfAndClosingEndsThat() throws Exception {
    CountDownLatch invoked = new CountDownLatch(1);
    allow();
    Schedules real = new Schedules(Clock.systemUTC(), access);
    real.deploy(
        new Schedule(
            "arn",
            "every",
            EVERY_FIVE_MINUTES,
            Optional.empty(),
            Optional.empty(),
            true,
            ROLE,
            new Target() {
              @Override
              public Outcome invoke(String input) {
                invoked.countDown();
                return new Outcome.Taken();
              }
            },
            "{}",
            RetryPolicy.DEFAULT));

    real.begin();

    assertThat(invoked.await(10, TimeUnit.SECONDS)).isTrue();
    real.close();
    assertThat(real.status().getFirst().next()).isPresent();
  }

  private int invocationsAfter(Duration time) {
    clock.pass(time);
    schedules.runDue();
    return target.inputs.size();
  }

  private void deploy(ScheduleExpression expression) {
    deploy(expression, RetryPolicy.DEFAULT);
  }

  private void deploy(ScheduleExpression expression, RetryPolicy retries) {
    allow();
    schedules.deploy(schedule(expression, retries, true));
  }

  private void allow() {
    access.putRolePolicy(
        ROLE,
        "start",
        """
        {"Statement": [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "%s"}]}
        """
            .formatted(TARGET));
  }

  private Schedule schedule(ScheduleExpression expression, RetryPolicy retries, boolean enabled) {
    return new Schedule(
        "arn:aws:scheduler:us-west-2:000000000000:schedule/default/every",
        "every",
        expression,
        Optional.empty(),
        Optional.empty(),
        enabled,
        ROLE,
        target,
        "{\"at\":\"<aws.scheduler.scheduled-time>\",\"attempt\":<aws.scheduler.attempt-number>}",
        retries);
  }

  private static class Target implements ScheduleTarget {
    final List<String> inputs = new ArrayList<>();
    int refusals;

    @Override
    public Permission permission() {
      return new Permission("states:StartExecution", TARGET);
    }

    @Override
    public Outcome invoke(String input) {
      inputs.add(input);
      return refusals-- > 0 ? new Outcome.Refused("not now") : new Outcome.Taken();
    }
  }
}
