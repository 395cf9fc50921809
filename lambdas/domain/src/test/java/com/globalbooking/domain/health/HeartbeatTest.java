package com.globalbooking.domain.health;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.Hearing.FromTheFuture;
import com.globalbooking.domain.health.Hearing.Heard;
import com.globalbooking.domain.health.Heartbeat.Predecessor;
import com.globalbooking.domain.health.Heartbeats.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {
  private static final Region ELSEWHERE = new Region("ap-southeast-1");
  private static final Instant OLD = NOW.minusSeconds(60);

  @Test
  void whatWasHeardNeverGoesBackAndIsNeverForgotten() {
    var before = new Predecessor(HERE, Map.of(THERE, NOW, ELSEWHERE, OLD), 7);

    assertThat(before.next(NOW, Map.of(THERE, OLD)))
        .isEqualTo(new Heartbeat(HERE, NOW, Map.of(THERE, NOW, ELSEWHERE, OLD), 8));
    assertThat(before.next(NOW, Map.of(ELSEWHERE, NOW)).hears())
        .isEqualTo(Map.of(THERE, NOW, ELSEWHERE, NOW));
    assertThat(new Predecessor(HERE, Map.of(), 0).next(NOW, Map.of(THERE, OLD)))
        .isEqualTo(new Heartbeat(HERE, NOW, Map.of(THERE, OLD), 1));
  }

  @Test
  void thereIsNoVersionBeforeTheFirst() {
    assertThatThrownBy(() -> new Heartbeat(HERE, NOW, Map.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"90000, 90000", "1, 1", "0, 0", "-1, 0", "-5000, 0"})
  void anAgeIsByTheClockHereAndNeverNegative(long millisAgo, long age) {
    Instant at = NOW.minusMillis(millisAgo);

    assertThat(Hearing.of(new Sighting.Seen(at), NOW))
        .isEqualTo(new Heard(at, Duration.ofMillis(age)));
  }

  @Test
  void aHeartbeatFromFurtherInTheFutureIsNotBelieved() {
    Instant at = NOW.plusMillis(5_001);

    assertThat(Hearing.of(new Sighting.Seen(at), NOW)).isEqualTo(new FromTheFuture(at));
  }
}
