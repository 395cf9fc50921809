package com.globalbooking.domain.pms;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Backoff;
import com.globalbooking.domain.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final PmsName PMS = new PmsName("opera");
  private final VirtualTime time = new VirtualTime(NOW);

  @Test
  void letsABurstPassAndThenOneInEachInterval() {
    var pace = new Pace(4, 3, time);

    assertThat(turns(pace, 5)).containsExactly(0L, 0L, 0L, 250L, 500L);
    assertThat(pace.turn(new PmsName("other"), Duration.ZERO)).contains(Duration.ZERO);
  }

  @Test
  void refusesATurnThatIsTooFarAndTakesNone() {
    var pace = new Pace(4, 1, time);
    turns(pace, 3);

    assertThat(pace.turn(PMS, Duration.ofMillis(500))).isEmpty();
    time.pass(Duration.ofMillis(250));
    assertThat(pace.turn(PMS, Duration.ofMillis(500))).contains(Duration.ofMillis(500));
  }

  @Test
  void aQuietTimeGivesNoMoreThanOneBurst() {
    var pace = new Pace(4, 3, time);
    turns(pace, 3);
    time.pass(Duration.ofHours(1));

    assertThat(turns(pace, 4)).containsExactly(0L, 0L, 0L, 250L);
  }

  @Test
  void pausesDoubleUpToTheLongestAndAreRandomInTheirUpperHalf() {
    var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(300));
    var random = new Random(1);

    for (int failures = 1; failures <= 40; failures++) {
      long limit = failures > 9 ? 300_000 : Math.min(300_000, 1_000L << (failures - 1));
      for (int draw = 0; draw < 20; draw++) {
        assertThat(backoff.after(failures, random).toMillis())
            .isBetween(Math.max(1_000, limit / 2), limit);
      }
    }
  }

  private static List<Long> turns(Pace pace, int count) {
    return Stream.generate(() -> pace.turn(PMS, Duration.ofMinutes(1)).orElseThrow().toMillis())
        .limit(count)
        .toList();
  }
}
