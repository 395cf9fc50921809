package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.Heartbeat.Predecessor;
import com.globalbooking.domain.health.Heartbeats;
import com.globalbooking.domain.health.Heartbeats.Sighting.Absent;
import com.globalbooking.domain.health.Heartbeats.Sighting.Malformed;
import com.globalbooking.domain.health.Heartbeats.Sighting.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Heartbeats} promises. Each test starts with nothing written. */
public abstract class HeartbeatsContract {
  private static final Region ELSEWHERE = new Region("ap-southeast-1");
  private static final Instant EARLIER = NOW.minusSeconds(60);

  protected abstract Heartbeats heartbeats();

  /** Puts an item of that Region whose time nobody can read. */
  protected abstract void putMalformed(Region owner);

  /**
   * What another writer of the item does: adds an attribute of its own and raises the version by
   * one, whether or not there is an item.
   */
  protected abstract void addWord(Region owner, String word);

  /** The attribute of the other writer. */
  protected abstract String word(Region owner);

  @Test
  void knowsNothingOfARegionThatWroteNothing() {
    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, Map.of(), 0));
    assertThat(heartbeats().sightings(List.of(HERE, THERE)))
        .isEqualTo(Map.of(HERE, new Absent(), THERE, new Absent()));
  }

  @Test
  void seesExactlyTheRegionsAskedFor() {
    assertThat(heartbeats().write(new Heartbeat(HERE, NOW, Map.of(), 1))).isTrue();
    assertThat(heartbeats().write(new Heartbeat(THERE, EARLIER, Map.of(), 1))).isTrue();

    assertThat(heartbeats().sightings(List.of(THERE, ELSEWHERE)))
        .isEqualTo(Map.of(THERE, new Seen(EARLIER), ELSEWHERE, new Absent()));
    assertThat(heartbeats().sightings(List.of())).isEmpty();
  }

  @Test
  void aHeartbeatIsFollowedAsItWasWritten() {
    var first = new Heartbeat(HERE, EARLIER, Map.of(), 1);
    var second = new Heartbeat(HERE, NOW, Map.of(THERE, EARLIER, ELSEWHERE, NOW), 2);

    assertThat(heartbeats().write(first)).isTrue();
    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, Map.of(), 1));
    assertThat(heartbeats().write(second)).isTrue();
    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, second.hears(), 2));
    assertThat(heartbeats().sightings(List.of(HERE))).containsEntry(HERE, new Seen(NOW));
  }

  @Test
  void theFirstHeartbeatIsWrittenOnce() {
    assertThat(heartbeats().write(new Heartbeat(HERE, NOW, Map.of(), 1))).isTrue();

    assertThat(heartbeats().write(new Heartbeat(HERE, EARLIER, Map.of(THERE, EARLIER), 1)))
        .isFalse();
    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, Map.of(), 1));
    assertThat(heartbeats().sightings(List.of(HERE))).containsEntry(HERE, new Seen(NOW));
  }

  @Test
  void aWriterWhoReadBeforeAnotherWroteChangesNothing() {
    heartbeats().write(new Heartbeat(HERE, EARLIER, Map.of(), 1));
    Predecessor seen = heartbeats().predecessor(HERE);
    addWord(HERE, "lost");

    assertThat(heartbeats().write(seen.next(NOW, Map.of(THERE, NOW)))).isFalse();
    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, Map.of(), 2));
    assertThat(heartbeats().sightings(List.of(HERE))).containsEntry(HERE, new Seen(EARLIER));
  }

  @Test
  void ofManyWhoFollowTheSameHeartbeatExactlyOneIsWritten() throws Exception {
    heartbeats().write(new Heartbeat(HERE, EARLIER, Map.of(), 1));
    Predecessor seen = heartbeats().predecessor(HERE);
    int instances = 8;
    var start = new CyclicBarrier(instances);
    List<Callable<Boolean>> writers =
        IntStream.range(0, instances)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      start.await();
                      return heartbeats().write(seen.next(NOW.plusMillis(i), Map.of()));
                    })
            .toList();

    try (var threads = Executors.newFixedThreadPool(instances)) {
      List<Future<Boolean>> answers = threads.invokeAll(writers);
      assertThat(answers.stream().filter(HeartbeatsContract::get)).hasSize(1);
    }
    assertThat(heartbeats().predecessor(HERE).version()).isEqualTo(2);
  }

  @Test
  void whatAnotherWriterAddedToTheItemStays() {
    heartbeats().write(new Heartbeat(HERE, EARLIER, Map.of(), 1));
    addWord(HERE, "lost");

    assertThat(heartbeats().write(heartbeats().predecessor(HERE).next(NOW, Map.of(THERE, NOW))))
        .isTrue();
    assertThat(word(HERE)).isEqualTo("lost");
    assertThat(heartbeats().predecessor(HERE))
        .isEqualTo(new Predecessor(HERE, Map.of(THERE, NOW), 3));
  }

  @Test
  void anItemThatAnotherWriterMadeIsFollowedToo() {
    addWord(HERE, "lost");

    assertThat(heartbeats().predecessor(HERE)).isEqualTo(new Predecessor(HERE, Map.of(), 1));
    assertThat(heartbeats().write(heartbeats().predecessor(HERE).next(NOW, Map.of()))).isTrue();
    assertThat(heartbeats().sightings(List.of(HERE))).containsEntry(HERE, new Seen(NOW));
    assertThat(word(HERE)).isEqualTo("lost");
  }

  @Test
  void anItemThatCannotBeReadTakesNothingFromTheOthers() {
    putMalformed(THERE);
    heartbeats().write(new Heartbeat(ELSEWHERE, NOW, Map.of(), 1));

    assertThat(heartbeats().sightings(List.of(THERE, ELSEWHERE)))
        .isEqualTo(Map.of(THERE, new Malformed(), ELSEWHERE, new Seen(NOW)));
  }

  private static boolean get(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
