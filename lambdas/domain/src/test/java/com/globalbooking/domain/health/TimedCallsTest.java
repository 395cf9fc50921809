package com.globalbooking.domain.health;

import static java.util.concurrent.TimeUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.health.CallOutcome.Failed;
import com.globalbooking.domain.health.CallOutcome.Late;
import com.globalbooking.domain.health.CallOutcome.Returned;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedCallsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final TimedCalls calls = new TimedCalls(threads);

  @AfterEach
  void stop() {
    end.countDown();
    threads.close();
  }

  @Test
  void givesOutcomesInTheOrderOfTheCalls() {
    var fault = new IllegalStateException("broken");
    List<Callable<Integer>> three =
        List.of(
            () -> 1,
            () -> {
              throw fault;
            },
            () -> 3);

    assertThat(calls.run(three, LONG))
        .containsExactly(new Returned<>(1), new Failed<>(fault), new Returned<>(3));
  }

  @Test
  void runsAllCallsAtOnce() {
    var all = new CyclicBarrier(4);
    List<Callable<Boolean>> four = Collections.nCopies(4, () -> all.await() >= 0);

    assertThat(calls.run(four, LONG)).containsOnly(new Returned<>(true));
  }

  @Test
  void evenAnErrorIsAnOutcome() {
    var error = new NoClassDefFoundError("native");

    assertThat(
            calls.run(
                () -> {
                  throw error;
                },
                LONG))
        .isEqualTo(new Failed<>(error));
  }

  @Test
  void leavesBehindWhatDoesNotEndAndMindsNoInterrupt() {
    Callable<Integer> deaf =
        () -> {
          while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return 1;
        };

    assertThat(calls.run(List.of(deaf, () -> 2), SHORT))
        .containsExactly(new Late<>(), new Returned<>(2));
    // The thread that hangs takes no other call's place.
    assertThat(calls.run(() -> 3, LONG)).isEqualTo(new Returned<>(3));
  }

  @Test
  void aCallThatWasStartedHasTheSameOutcomes() {
    Supplier<CallOutcome<Boolean>> hangs = calls.start(() -> end.await(1, DAYS), SHORT);
    Supplier<CallOutcome<Integer>> throwing =
        calls.start(
            () -> {
              throw new IllegalStateException("broken");
            },
            LONG);

    assertThat(calls.start(() -> 1, LONG).get()).isEqualTo(new Returned<>(1));
    assertThat(throwing.get()).isInstanceOf(Failed.class);
    assertThat(hangs.get()).isEqualTo(new Late<>());
  }

  @Test
  void whatIsStartedRunsBesideWhatFollows() {
    var both = new CyclicBarrier(2);
    Supplier<CallOutcome<Boolean>> started = calls.start(() -> both.await() >= 0, LONG);

    assertThat(calls.run(() -> both.await() >= 0, LONG)).isEqualTo(new Returned<>(true));
    assertThat(started.get()).isEqualTo(new Returned<>(true));
  }

  @Test
  void waitsNoMoreWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(calls.run(() -> end.await(1, DAYS), LONG)).isEqualTo(new Late<>());
    assertThat(calls.start(() -> end.await(1, DAYS), LONG).get()).isEqualTo(new Late<>());
    assertThat(Thread.interrupted()).isTrue();
  }
}
