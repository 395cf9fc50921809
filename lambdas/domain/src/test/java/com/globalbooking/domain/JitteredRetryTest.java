package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JitteredRetryTest {
  private static final JitteredRetry.Limits LIMITS =
      new JitteredRetry.Limits(Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(80));

  private final VirtualTime time = new VirtualTime(NOW);
  private final List<Duration> pauses = new ArrayList<>();
  private final JitteredRetry retry =
      new JitteredRetry(
          LIMITS,
          time,
          length -> {
            pauses.add(length);
            time.pass(length);
          },
          new SplittableRandom(7));

  @Test
  void doesNotWaitForWhatIsDecidedAtOnce() {
    assertThat(retry.until(result -> true, () -> "decided")).isEqualTo("decided");
    assertThat(pauses).isEmpty();
  }

  @Test
  void pausesAtRandomBelowALimitThatDoublesUpToTheLongest() {
    var attempts = new AtomicInteger();

    int result = retry.until(number -> number == 8, attempts::incrementAndGet);

    assertThat(result).isEqualTo(8);
    assertThat(pauses).hasSize(7);
    long[] limits = {10, 20, 40, 80, 80, 80, 80};
    for (int i = 0; i < limits.length; i++) {
      assertThat(pauses.get(i)).isBetween(Duration.ZERO, Duration.ofMillis(limits[i]));
    }
    assertThat(pauses).doesNotHaveDuplicates();
  }

  @Test
  void beginsNoAttemptAfterTheBudget() {
    var attempts = new AtomicInteger();

    int result = retry.until(number -> false, attempts::incrementAndGet);

    assertThat(result).isEqualTo(attempts.get()).isGreaterThan(20);
    assertThat(time.instant()).isBefore(NOW.plus(LIMITS.budget()));
  }

  @Test
  void countsTheTimeOfTheAttemptsThemselves() {
    var attempts = new AtomicInteger();

    int result =
        retry.until(
            number -> false,
            () -> {
              time.pass(Duration.ofSeconds(3));
              return attempts.incrementAndGet();
            });

    assertThat(result).isEqualTo(1);
  }

  @Test
  void stopsWhenInterruptedAndKeepsTheInterrupt() {
    var interrupted =
        new JitteredRetry(
            LIMITS,
            time,
            length -> {
              throw new InterruptedException();
            },
            new SplittableRandom(7));

    assertThat(interrupted.until(result -> false, () -> "undecided")).isEqualTo("undecided");
    assertThat(Thread.interrupted()).isTrue();
  }
}
