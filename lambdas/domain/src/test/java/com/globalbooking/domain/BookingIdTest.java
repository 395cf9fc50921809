package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BookingIdTest {

  @Test
  void ofAKeyIsTheSameInEveryRegionAndForEver() {
    assertThat(BookingId.of(ALICE, new IdempotencyKey("k1")).value())
        .isEqualTo(BookingId.of(new GuestId("alice"), new IdempotencyKey("k1")).value())
        .isEqualTo("bk-hjbu5gc56gb3zsmje6rkjgsle7");
  }

  @Test
  void ofAKeyDiffersByGuestAndByKeyAndByWhereOneEndsAndTheOtherBegins() {
    BookingId one = BookingId.of(new GuestId("ab"), new IdempotencyKey("c"));

    assertThat(BookingId.of(new GuestId("a"), new IdempotencyKey("bc"))).isNotEqualTo(one);
    assertThat(BookingId.of(new GuestId("ab"), new IdempotencyKey("d"))).isNotEqualTo(one);
    assertThat(BookingId.of(new GuestId("ac"), new IdempotencyKey("c"))).isNotEqualTo(one);
  }

  @Test
  void atRandomHasAHundredAndThirtyBits() {
    assertThat(BookingId.random(new SplittableRandom(1)).value()).matches("bk-[a-z2-7]{26}");
  }

  @Test
  void guestsShowNothingOfThemselvesInText() {
    assertThat(new Guest("Alice Example", "alice@example.com").toString())
        .isEqualTo("Guest[redacted]");
    assertThat(ALICE.toString()).isEqualTo("GuestId[redacted]");
  }
}
