package com.globalbooking.domain.pms;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.Fate.Again;
import com.globalbooking.domain.pms.Fate.Finished;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.SyncState.Abandoned;
import com.globalbooking.domain.pms.SyncState.NotYet;
import com.globalbooking.domain.pms.SyncState.Taken;
import com.globalbooking.domain.pms.SyncState.Trying;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncingPmsTest {
  private static final PmsName OPERA = PmsWorld.OPERA;
  private static final PmsName MEWS = PmsWorld.MEWS;

  final PmsWorld world = new PmsWorld(breakersFor());

  /** Where circuits are kept; a mutant keeps none. */
  CircuitBreakers breakersFor() {
    return new InMemoryPmsControl();
  }

  @Test
  void tellsThePmsOfThePropertyOnceAndRemembersIt() {
    PmsNotice notice = world.notice("bk-1", "opera-1");

    assertThat(world.sync(notice)).isEqualTo(Map.of("bk-1", new Finished()));
    assertThat(world.sync(notice)).isEqualTo(Map.of("bk-1", new Finished()));

    assertThat(world.told).containsExactly("opera bk-1");
    assertThat(world.control.read(notice.event())).isEqualTo(new Taken(1));
  }

  @Test
  void whatThePmsHadAlreadyIsTaken() {
    world.answers.put(OPERA, new Answer.AlreadyTaken());
    PmsNotice notice = world.notice("bk-1", "opera-1");

    assertThat(world.sync(notice)).isEqualTo(Map.of("bk-1", new Finished()));
    assertThat(world.control.read(notice.event())).isEqualTo(new Taken(1));
  }

  @Test
  void nobodyIsToldOfAPropertyWithoutAPms() {
    assertThat(world.sync(world.notice("bk-1", "no-pms")))
        .isEqualTo(Map.of("bk-1", new Finished()));
    assertThat(world.told).isEmpty();
  }

  @Test
  void onceOneOfAPropertyFailsItsLaterOnesAreNotTriedAndOthersAre() {
    world.failing.add("bk-2");

    Map<String, Fate> fates =
        world.sync(
            world.notice("bk-1", "opera-1"),
            world.notice("bk-2", "opera-1"),
            world.notice("bk-3", "opera-2"),
            world.notice("bk-4", "opera-1"),
            world.notice("bk-5", "mews-1"));

    assertThat(world.told)
        .containsExactlyInAnyOrder("opera bk-1", "opera bk-2", "opera bk-3", "mews bk-5");
    assertThat(fates.get("bk-1")).isEqualTo(new Finished());
    assertThat(fates.get("bk-2")).isInstanceOf(Again.class);
    assertThat(fates.get("bk-3")).isEqualTo(new Finished());
    assertThat(fates.get("bk-4"))
        .as("in order behind the one that failed")
        .isEqualTo(fates.get("bk-2"));
    assertThat(fates.get("bk-5")).isEqualTo(new Finished());
  }

  @Test
  void aBrokenPmsIsLeftAloneAfterTheThreshold() {
    world.answers.put(OPERA, new Answer.TryAgain("503"));
    for (int property = 1; property <= 9; property++) {
      world.sync(world.notice("bk-" + property, "opera-" + property));
    }

    assertThat(world.told).hasSize(PmsWorld.THRESHOLD);
    assertThat(world.opened).containsExactly(OPERA);
  }

  @Test
  void whileTheCircuitIsOpenNoticesWaitForItsEndWithoutAnAttempt() {
    world.open(OPERA);
    PmsNotice notice = world.notice("bk-1", "opera-1");

    assertThat(pause(notice)).isBetween(PmsWorld.OPEN_FOR, PmsWorld.OPEN_FOR.plusSeconds(1));
    assertThat(world.control.read(notice.event())).isEqualTo(new NotYet());
    assertThat(world.told).isEmpty();
  }

  @Test
  void eachNoticeThatWaitsForACircuitIsSignalledAndNoOther() {
    world.open(OPERA);
    world.answers.put(MEWS, new Answer.TryAgain("503"));

    world.sync(
        world.notice("bk-1", "opera-1"),
        world.notice("bk-2", "opera-2"),
        world.notice("bk-3", "mews-1"));

    assertThat(world.waiting).containsExactly(OPERA, OPERA);
  }

  @Test
  void whoWaitsForAProbeIsSignalledToo() {
    world.open(OPERA);
    world.time.pass(PmsWorld.OPEN_FOR);
    world.gate.ask(OPERA); // another instance probes

    world.sync(world.notice("bk-1", "opera-1"));

    assertThat(world.waiting).containsExactly(OPERA);
  }

  @Test
  void inALongOutagePausesGrowSoThatTheDeliveriesOfTheQueueLast() {
    world.open(OPERA);

    assertThat(pause(world.received("bk-1", "opera-1", 31)))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(pause(world.received("bk-2", "opera-2", 61)))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aHealthyPmsBesideABrokenOneIsToldAtOnce() {
    world.open(OPERA);

    world.sync(world.notice("bk-1", "opera-1"), world.notice("bk-2", "mews-1"));

    assertThat(world.told).containsExactly("mews bk-2");
  }

  @Test
  void afterTheCircuitsTimeOneProbesAndItsSuccessLetsTheRestPass() {
    world.open(OPERA);
    world.time.pass(PmsWorld.OPEN_FOR);

    world.sync(world.notice("bk-1", "opera-1"), world.notice("bk-2", "opera-2"));

    assertThat(world.told).containsExactlyInAnyOrder("opera bk-1", "opera bk-2");
  }

  @Test
  void afterTheCircuitsTimeAFailedProbeIsTheOnlyCall() {
    world.open(OPERA);
    world.time.pass(PmsWorld.OPEN_FOR);
    world.answers.put(OPERA, new Answer.TryAgain("503"));

    world.sync(
        world.notice("bk-1", "opera-1"),
        world.notice("bk-2", "opera-2"),
        world.notice("bk-3", "opera-3"));

    assertThat(world.told).hasSize(1);
    assertThat(world.opened).containsExactly(OPERA);
  }

  @Test
  void failuresComeAgainLaterAndLaterUntilTheyAreGivenUpAndPeopleAreTold() {
    world.answers.put(MEWS, new Answer.TryAgain("timeout"));
    PmsNotice notice = world.notice("bk-1", "mews-1");

    for (int attempt = 1; attempt < SyncingPms.MOST_ATTEMPTS; attempt++) {
      assertThat(pause(notice)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(300));
      assertThat(world.control.read(notice.event())).isEqualTo(new Trying(attempt, "timeout"));
      world.time.pass(PmsWorld.OPEN_FOR);
    }
    assertThat(world.sync(notice)).isEqualTo(Map.of("bk-1", new Finished()));

    assertThat(world.abandoned).containsExactly("bk-1: timeout");
    assertThat(world.control.read(notice.event()))
        .isEqualTo(new Abandoned(SyncingPms.MOST_ATTEMPTS, "timeout"));
  }

  @Test
  void whatIsRefusedForGoodIsGivenUpAtOnceAndTheNextOfThePropertyGoesOn() {
    world.refused.add("bk-1");

    world.sync(world.notice("bk-1", "opera-1"), world.notice("bk-2", "opera-1"));

    assertThat(world.abandoned).containsExactly("bk-1: unknown room");
    assertThat(world.told).containsExactly("opera bk-1", "opera bk-2");
    assertThat(world.opened).as("it is up").isEmpty();
  }

  @Test
  void whatWaitedADayIsGivenUpWithoutACall() {
    PmsNotice notice = world.notice("bk-1", "opera-1");
    world.time.pass(SyncingPms.LONGEST_WAIT.plusMillis(1));

    assertThat(world.sync(notice)).isEqualTo(Map.of("bk-1", new Finished()));

    assertThat(world.abandoned).containsExactly("bk-1: not taken in 24 hours");
    assertThat(world.told).isEmpty();
  }

  @Test
  void whatPeopleSendAgainStartsAnew() {
    world.refused.add("bk-1");
    world.sync(world.notice("bk-1", "opera-1"));
    world.refused.clear();
    world.time.pass(Duration.ofDays(3));

    world.sync(world.notice("bk-1", "opera-1"));

    assertThat(world.control.read(Sample.confirmed("bk-1", "opera-1"))).isEqualTo(new Taken(1));
  }

  @Test
  void nothingIsGivenUpThatPeopleCannotBeToldOf() {
    world.refused.add("bk-1");
    world.deadLetterQueueIsUp = false;
    PmsNotice notice = world.notice("bk-1", "opera-1");

    assertThat(world.sync(notice).get("bk-1")).isInstanceOf(Again.class);
    assertThat(world.control.read(notice.event())).isEqualTo(new NotYet());
  }

  @Test
  void aFaultOfOnePropertyHoldsUpNoOther() {
    world.directoryFaults.add(new PropertyId("opera-1"));

    Map<String, Fate> fates =
        world.sync(world.notice("bk-1", "opera-1"), world.notice("bk-2", "opera-2"));

    assertThat(fates.get("bk-1")).isInstanceOf(Again.class);
    assertThat(fates.get("bk-2")).isEqualTo(new Finished());
    assertThat(world.faults).hasSize(1).first().isInstanceOf(StoreBusyException.class);
  }

  @Test
  void noAttemptBeginsWhenTheTimeOfTheBatchIsOver() {
    world.slowness = SyncingPms.BATCH_BUDGET.plusMillis(1);

    Map<String, Fate> fates =
        world.sync(world.notice("bk-1", "opera-1"), world.notice("bk-2", "opera-1"));

    assertThat(fates).isEqualTo(Map.of("bk-1", new Finished(), "bk-2", new Again(Duration.ZERO)));
  }

  @Test
  void theDelayOfTheFirstAttemptIsToldOnce() {
    world.failing.add("bk-1");
    PmsNotice notice = world.notice("bk-1", "opera-1");
    world.time.pass(Duration.ofSeconds(2));

    world.sync(notice);
    world.time.pass(Duration.ofSeconds(5));
    world.sync(notice);

    assertThat(world.delays).containsExactly(Duration.ofSeconds(2));
    assertThat(NOW).isEqualTo(notice.event().occurredAt());
  }

  private Duration pause(PmsNotice notice) {
    return world.sync(notice).values().stream()
        .map(Again.class::cast)
        .findFirst()
        .orElseThrow()
        .pause();
  }
}
