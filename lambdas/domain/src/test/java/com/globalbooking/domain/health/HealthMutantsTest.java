package com.globalbooking.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Takes away, one at a time, what the health of a Region rests on: these tests must fail. */
class HealthMutantsTest {

  @Test
  void theRealRulesKeepTheClaims() {
    assertThat(failedTestsOf(ProbingRegionTest.class)).isEmpty();
  }

  @Test
  void withoutThreeInARowOneFailureSendsGuestsAway() {
    assertThat(failedTestsOf(WithoutThreeInARow.class))
        .contains(
            "isUpUntilThreeRoundsInARowHaveFailedAndAgainAfterOneThatSucceeds",
            "roundsThatSucceedBetweenFailuresKeepTheRegionUp");
  }

  @Test
  void withoutALimitOfAgeARoundIsServedForEver() {
    assertThat(failedTestsOf(WithoutAge.class)).contains("aRoundIsServedForFiveSecondsAndNoLonger");
  }

  private static Set<String> failedTestsOf(Class<?> claims) {
    var events =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(claims)).execute().testEvents();
    assertThat(events.started().count()).as("tests of %s", claims).isGreaterThan(10);
    return events.failed().stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }

  /** One failed round is enough. */
  static class WithoutThreeInARow extends ProbingRegionTest {
    @Override
    ProbingRegion.Limits limits() {
      return new ProbingRegion.Limits(1, super.limits().ageMax(), super.limits().roundMax());
    }
  }

  /** No round is too old. */
  static class WithoutAge extends ProbingRegionTest {
    @Override
    ProbingRegion.Limits limits() {
      return new ProbingRegion.Limits(3, Duration.ofDays(1), super.limits().roundMax());
    }
  }
}
