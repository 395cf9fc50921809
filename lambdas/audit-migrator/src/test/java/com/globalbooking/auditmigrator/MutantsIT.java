package com.globalbooking.auditmigrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Takes away what appending once rests on: the tests named here must fail. */
class MutantsIT {

  @Test
  void theRealSchemaKeepsTheClaims() {
    assertThat(failedTestsOf(AuditTrailIT.class)).isEmpty();
  }

  @Test
  void withoutThePrimaryKeyAnEventIsThereAsOftenAsItComes() {
    assertThat(failedTestsOf(WithoutPrimaryKey.class))
        .contains(
            "anEventAppendedTwiceIsThereOnce", "manyWhoAppendTheSameEventsAtOnceLeaveEachOnce");
  }

  private static Set<String> failedTestsOf(Class<?> claims) {
    var events =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(claims)).execute().testEvents();
    assertThat(events.started().count()).as("tests of %s", claims).isGreaterThan(5);
    return events.failed().stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }

  /** Keeps no event apart from its repetitions. */
  static class WithoutPrimaryKey extends AuditTrailIT {
    @Override
    void afterMigration() {
      database.execute("ALTER TABLE booking_event DROP PRIMARY KEY");
    }
  }
}
