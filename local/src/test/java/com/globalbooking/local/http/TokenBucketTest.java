package com.globalbooking.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  @Test
  void givesTheBurstAndThenTheRate() {
    var bucket = new TokenBucket(new Throttling(2, 3), now::get);

    assertThat(taken(bucket)).isEqualTo(3);
    now.addAndGet(SECOND / 4);
    assertThat(taken(bucket)).isZero();
    now.addAndGet(SECOND / 4);
    assertThat(taken(bucket)).isEqualTo(1);
    now.addAndGet(60 * SECOND);
    assertThat(taken(bucket)).isEqualTo(3);
  }

  @Test
  void aBurstOfZeroGivesNothing() {
    assertThat(taken(new TokenBucket(new Throttling(100, 0), now::get))).isZero();
  }

  @Test
  void limitsAreNotNegative() {
    assertThatThrownBy(() -> new Throttling(-1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Throttling(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Throttling(1, -1)).hasMessageContaining("-1");
  }

  private static int taken(TokenBucket bucket) {
    int taken = 0;
    while (bucket.tryTake()) {
      taken++;
    }
    return taken;
  }
}
