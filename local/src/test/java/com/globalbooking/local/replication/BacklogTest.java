package com.globalbooking.local.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BacklogTest {
  private static final RegionName REGION = new RegionName("eu-west-1");

  private final Backlog backlog = new Backlog();

  @Test
  void changesCrossInTheOrderTheyWereMade() {
    backlog.offer(change("a", 1), at(1));
    backlog.offer(change("b", 2), at(2));
    assertThat(backlog.poll(at(9))).contains(change("a", 1));
    assertThat(backlog.poll(at(9))).contains(change("b", 2));
    assertThat(backlog.poll(at(9))).isEmpty();
  }

  @Test
  void aChangeWaitsItsTime() {
    backlog.offer(change("a", 1), at(5));
    assertThat(backlog.poll(at(4))).isEmpty();
    assertThat(backlog.poll(at(5))).contains(change("a", 1));
  }

  @Test
  void changesOfAnItemThatWaitTogetherFoldIntoTheNewest() {
    for (int i = 1; i <= 5; i++) {
      backlog.offer(change("a", i), at(i));
    }
    assertThat(backlog.items()).isEqualTo(1);
    assertThat(backlog.poll(at(9))).contains(change("a", 5));
    assertThat(backlog.poll(at(9))).isEmpty();
    assertThat(backlog.items()).isZero();
  }

  @Test
  void foldingNeverLetsAChangeCrossBeforeItsTime() {
    backlog.offer(change("a", 1), at(1));
    backlog.offer(change("a", 2), at(2));
    backlog.offer(change("a", 8), at(8));
    assertThat(backlog.poll(at(5))).contains(change("a", 1));
    assertThat(backlog.poll(at(5))).isEmpty();
    assertThat(backlog.poll(at(8))).contains(change("a", 8));
  }

  @Test
  void anItemThatNeverRestsStillGetsAcross() {
    int crossed = 0;
    for (int now = 0; now < 100; now++) {
      backlog.offer(change("a", now), at(now));
      crossed += backlog.poll(at(now - 10)).isPresent() ? 1 : 0;
    }
    assertThat(crossed).isGreaterThanOrEqualTo(9);
  }

  @Test
  void theAgeIsThatOfTheFirstInLine() {
    assertThat(backlog.oldest()).isEmpty();
    backlog.offer(change("a", 1), at(1));
    backlog.offer(change("b", 2), at(2));
    backlog.offer(change("a", 3), at(3));
    assertThat(backlog.oldest()).contains(at(1));
    assertThat(backlog.poll(at(9))).contains(change("a", 3));
    assertThat(backlog.oldest()).contains(at(2));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static Change change(String key, long micros) {
    return new Change.Delete(
        new ItemKey(Map.of("id", AttributeValue.fromS(key))), new Stamp(micros, REGION));
  }
}
