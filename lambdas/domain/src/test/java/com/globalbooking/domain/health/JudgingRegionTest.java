package com.globalbooking.domain.health;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.fake.InMemoryProbes;
import com.globalbooking.domain.health.JudgingRegion.Verdict;
import com.globalbooking.domain.health.RegionAlarm.State;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingRegionTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final InMemoryProbes probes = new InMemoryProbes();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"OK, true", "ALARM, false", "INSUFFICIENT_DATA, true", "UNKNOWN, true"})
  void onlyARaisedAlarmMakesARegionUnhealthyThatCanReadAndWrite(State state, boolean healthy) {
    Verdict verdict = judge(() -> state, LONG);

    assertThat(verdict.healthy()).isEqualTo(healthy);
    assertThat(verdict.alarmState()).isEqualTo(state);
  }

  @Test
  void oneFailedRoundMakesItUnhealthyThoughItIsStillUp() {
    probes.fail(Set.of(Probe.REGIONS));

    Verdict verdict = judge(() -> State.OK, LONG);

    assertThat(verdict.healthy()).isFalse();
    assertThat(verdict.round().up()).isTrue();
  }

  @Test
  void anAlarmThatCannotBeReadIsUnknown() {
    Verdict verdict =
        judge(
            () -> {
              throw new IllegalStateException("no grant");
            },
            LONG);

    assertThat(verdict.alarmState()).isEqualTo(State.UNKNOWN);
    assertThat(verdict.healthy()).isTrue();
  }

  @Test
  void anAlarmThatIsNotReadInTimeIsUnknown() {
    Verdict verdict = judge(this::hang, Duration.ofMillis(20));

    assertThat(verdict.alarmState()).isEqualTo(State.UNKNOWN);
    assertThat(verdict.healthy()).isTrue();
  }

  @Test
  void theAlarmIsReadWhileTheRoundRuns() {
    var both = new CyclicBarrier(2);
    var calls = new TimedCalls(threads);
    Probes meeting =
        (probe, _) -> {
          if (probe == Probe.CONTROL) {
            meet(both);
          }
        };
    var probing = new ProbingRegion(meeting, calls, limits(), _ -> {}, new VirtualTime(NOW));

    Verdict verdict = new JudgingRegion(probing, () -> meet(both), calls, LONG).judge();

    assertThat(verdict.healthy()).isTrue();
    assertThat(verdict.alarmState()).isEqualTo(State.OK);
  }

  private static State meet(CyclicBarrier both) {
    try {
      both.await();
      return State.OK;
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static ProbingRegion.Limits limits() {
    return new ProbingRegion.Limits(3, Duration.ofSeconds(5), LONG);
  }

  private State hang() {
    try {
      new CountDownLatch(1).await();
      return State.ALARM;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Verdict judge(RegionAlarm alarm, Duration alarmMax) {
    var calls = new TimedCalls(threads);
    var probing = new ProbingRegion(probes, calls, limits(), _ -> {}, new VirtualTime(NOW));
    return new JudgingRegion(probing, alarm, calls, alarmMax).judge();
  }
}
