package com.globalbooking.domain.health;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.fake.InMemoryProbes;
import com.globalbooking.domain.health.CallOutcome.Late;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbingRegionTest {
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryProbes probes = new InMemoryProbes();
  private final List<ProbeRound> rounds = new ArrayList<>();
  private final ProbingRegion region =
      new ProbingRegion(probes, new TimedCalls(threads), limits(), rounds::add, time);

  /** A test takes one of them away. */
  ProbingRegion.Limits limits() {
    return new ProbingRegion.Limits(3, FIVE_SECONDS, Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aRoundRunsEveryProbeAndWritesWhen() {
    ProbeRound round = region.newRound();

    assertThat(round.at()).isEqualTo(NOW);
    assertThat(round.results()).containsOnlyKeys(Probe.values());
    assertThat(round.succeeded()).isTrue();
    assertThat(round.up()).isTrue();
    assertThat(round.failedInARow()).isZero();
    assertThat(probes.written()).contains(NOW);
  }

  @Test
  void aRoundIsServedForFiveSecondsAndNoLonger() {
    ProbeRound first = region.recentRound();
    time.pass(FIVE_SECONDS);
    assertThat(region.recentRound()).isSameAs(first);

    time.pass(Duration.ofMillis(1));
    ProbeRound second = region.recentRound();

    assertThat(second.at()).isEqualTo(NOW.plusMillis(5_001));
    assertThat(rounds).containsExactly(first, second);
  }

  @Test
  void aRoundFromTheFutureIsNotServed() {
    region.newRound();
    time.pass(Duration.ofSeconds(-1));

    assertThat(region.recentRound().at()).isEqualTo(NOW.minusSeconds(1));
  }

  @Test
  void aNewRoundIsRunHoweverYoungTheLastIs() {
    assertThat(region.newRound()).isNotSameAs(region.newRound());
    assertThat(rounds).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void oneProbeThatFailsFailsTheRoundAndIsNamed(Probe probe) {
    probes.fail(Set.of(probe));

    ProbeRound round = region.newRound();

    assertThat(round.succeeded()).isFalse();
    assertThat(round.failed()).containsOnlyKeys(probe);
  }

  @Test
  void isUpUntilThreeRoundsInARowHaveFailedAndAgainAfterOneThatSucceeds() {
    probes.fail(Set.of(Probe.CONTROL));
    assertThat(region.newRound().up()).isTrue();
    assertThat(region.newRound().up()).isTrue();
    assertThat(region.newRound().up()).isFalse();
    assertThat(region.newRound().up()).isFalse();

    probes.fail(Set.of());
    assertThat(region.newRound().up()).isTrue();

    probes.fail(Set.of(Probe.CONTROL));
    assertThat(region.newRound().up()).isTrue();
  }

  @Test
  void roundsThatSucceedBetweenFailuresKeepTheRegionUp() {
    for (int i = 0; i < 4; i++) {
      probes.fail(Set.of(Probe.INVENTORY));
      region.newRound();
      assertThat(region.newRound().up()).isTrue();
      probes.fail(Set.of());
      assertThat(region.newRound().failedInARow()).isZero();
    }
  }

  @Test
  void failuresOfDifferentProbesAreFailedRoundsInARow() {
    for (Probe probe : Set.of(Probe.INVENTORY, Probe.BOOKINGS, Probe.CONTROL)) {
      probes.fail(Set.of(probe));
      ProbeRound round = region.newRound();
      assertThat(round.of(probe).failedInARow()).isEqualTo(1);
    }

    assertThat(rounds.getLast().failedInARow()).isEqualTo(3);
    assertThat(rounds.getLast().up()).isFalse();
  }

  @Test
  void countsTheFailuresOfEachProbe() {
    probes.fail(Set.of(Probe.BOOKINGS, Probe.CONTROL));
    region.newRound();
    probes.fail(Set.of(Probe.BOOKINGS));

    ProbeRound round = region.newRound();

    assertThat(round.of(Probe.BOOKINGS).failedInARow()).isEqualTo(2);
    assertThat(round.of(Probe.CONTROL).failedInARow()).isZero();
    assertThat(round.failedInARow()).isEqualTo(2);
  }

  @Test
  void isDoneWithARoundInTimeThoughEveryProbeHangs() {
    probes.hang(EnumSet.allOf(Probe.class));
    var hasty =
        new ProbingRegion(
            probes,
            new TimedCalls(threads),
            new ProbingRegion.Limits(3, FIVE_SECONDS, Duration.ofMillis(20)),
            rounds::add,
            time);

    ProbeRound round = hasty.newRound();

    assertThat(round.failed()).containsOnlyKeys(Probe.values());
    assertThat(round.results().values())
        .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Late.class));
  }
}
