package com.globalbooking.domain.pms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Takes the breaker away: the tests named here must fail. */
class BreakerMutantsTest {

  @Test
  void theRealRulesKeepTheClaims() {
    assertThat(failedTestsOf(SyncingPmsTest.class)).isEmpty();
  }

  @Test
  void withoutTheBreakerABrokenPmsIsCalledOnAndOn() {
    assertThat(failedTestsOf(WithoutBreaker.class))
        .contains(
            "aBrokenPmsIsLeftAloneAfterTheThreshold",
            "whileTheCircuitIsOpenNoticesWaitForItsEndWithoutAnAttempt",
            "eachNoticeThatWaitsForACircuitIsSignalledAndNoOther",
            "afterTheCircuitsTimeAFailedProbeIsTheOnlyCall");
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

  /** Remembers no failure. */
  static class WithoutBreaker extends SyncingPmsTest {
    @Override
    CircuitBreakers breakersFor() {
      return new CircuitBreakers() {
        @Override
        public Circuit read(PmsName pms) {
          return Circuit.NEW;
        }

        @Override
        public boolean replace(PmsName pms, Circuit seen, Circuit next) {
          return true;
        }
      };
    }
  }
}
