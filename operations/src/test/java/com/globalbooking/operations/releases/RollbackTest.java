package com.globalbooking.operations.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RollbackTest {
  private static final Instant LAST_WEEK = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-11-28T10:00:00Z");

  private final List<String> done = new ArrayList<>();
  private final Map<String, Integer> serving = new TreeMap<>(Map.of("arn-book", 4, "arn-pms", 2));
  private Map<String, String> pinned = Map.of();

  private final Aliases aliases =
      new Aliases() {
        @Override
        public int serving(String aliasArn) {
          return serving.getOrDefault(aliasArn, 1);
        }

        @Override
        public List<PublishedVersion> versions(String aliasArn) {
          return switch (aliasArn) {
            case "arn-book" ->
                List.of(
                    new PublishedVersion(4, TODAY),
                    new PublishedVersion(1, LAST_WEEK),
                    new PublishedVersion(3, LAST_WEEK));
            case "arn-pms" ->
                List.of(new PublishedVersion(1, LAST_WEEK), new PublishedVersion(2, LAST_WEEK));
            default -> List.of(new PublishedVersion(1, TODAY));
          };
        }

        @Override
        public void move(String aliasArn, int version) {
          done.add("move " + aliasArn + " " + version);
        }
      };

  private final Pins pins =
      new Pins() {
        @Override
        public Map<String, String> read() {
          return pinned;
        }

        @Override
        public void write(Map<String, String> versions) {
          pinned = Map.copyOf(versions);
          done.add("pin " + new TreeMap<>(versions));
        }
      };

  private final Rollback rollback =
      new Rollback(
          Map.of("book", "arn-book", "pms", "arn-pms", "health", "arn-health"),
          aliases,
          pins,
          line -> {});

  @Test
  void whatTheLastDeploymentChangedGoesBackAndIsPinnedFirst() {
    rollback.goBack(List.of());

    assertThat(done).containsExactly("pin {book=3}", "move arn-book 3");
  }

  @Test
  void aNamedFunctionGoesBackWhateverItsAgeAndOtherPinsStay() {
    pinned = Map.of("book", "3");

    rollback.goBack(List.of("pms"));

    assertThat(done).containsExactly("pin {book=3, pms=1}", "move arn-pms 1");
  }

  @Test
  void aFunctionWithoutAnEarlierVersionIsRefusedBeforeAnythingMoves() {
    assertThatThrownBy(() -> rollback.goBack(List.of("health", "book")))
        .hasMessageContaining("health still serves its first");
    assertThatThrownBy(() -> rollback.goBack(List.of("bok")))
        .hasMessageContaining("bok is not a function; there are book, health, pms");
    assertThat(done).isEmpty();
  }

  @Test
  void releasingTakesThePinsAway() {
    pinned = Map.of("book", "3", "pms", "1");

    rollback.release(List.of("pms"));
    rollback.release(List.of());
    rollback.release(List.of());

    assertThat(done).containsExactly("pin {book=3}", "pin {}");
  }
}
