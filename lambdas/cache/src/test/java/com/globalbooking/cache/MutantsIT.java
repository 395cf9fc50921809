package com.globalbooking.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Takes away the version guard and runs the very contract that the real cache keeps: the tests
 * named here must fail.
 */
class MutantsIT {

  @Test
  void theRealCacheKeepsTheContract() {
    assertThat(failedTestsOf(RedisAvailabilityCacheIT.class)).isEmpty();
  }

  @Test
  void withoutTheVersionGuardLateChangesReplaceNewerOnes() {
    assertThat(failedTestsOf(WithoutVersionGuard.class))
        .contains(
            "anOlderVersionNeverReplacesANewerOne",
            "theNewestVersionStaysWhateverTheOrderAndHoweverOftenItIsTold",
            "aLateChangeDoesNotBringBackWhatWasRemoved",
            "aRemovalThatComesBeforeTheChangesHoldsToo");
  }

  @Test
  void withoutTheVersionGuardLateRemovalsTakeWhatIsNewer() {
    assertThat(failedTestsOf(WithoutGuardOfRemovals.class))
        .contains("aLateRemovalDoesNotTakeWhatIsNewer");
  }

  private static Set<String> failedTestsOf(Class<?> contract) {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contract))
            .execute()
            .testEvents();
    assertThat(events.started().count()).as("tests of %s", contract).isGreaterThan(10);
    return events.failed().stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }

  /** Takes every change as it comes. */
  @ExtendWith(RedisEngineParameter.class)
  static class WithoutVersionGuard extends RedisAvailabilityCacheIT {
    WithoutVersionGuard(RedisEngine redis) {
      super(redis);
    }

    @Override
    CacheScripts scripts() {
      return CacheScripts.guardedBy("true", CacheScripts.NOT_OLDER);
    }
  }

  /** Takes every removal as it comes. */
  @ExtendWith(RedisEngineParameter.class)
  static class WithoutGuardOfRemovals extends RedisAvailabilityCacheIT {
    WithoutGuardOfRemovals(RedisEngine redis) {
      super(redis);
    }

    @Override
    CacheScripts scripts() {
      return CacheScripts.guardedBy(CacheScripts.NEWER, "true");
    }
  }
}
