package com.globalbooking.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final RegionName WEST = new RegionName("us-west-2");
  private static final RegionName IRELAND = new RegionName("eu-west-1");
  private static final RegionName TOKYO = new RegionName("ap-northeast-1");
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Network network = new Network();

  @Test
  void anUntouchedLinkIsOpenWithoutDelay() throws Exception {
    assertThat(network.between(WEST, IRELAND)).isEqualTo(new LinkState.Open(Duration.ZERO));
    network.cross(WEST, IRELAND);
  }

  @Test
  void linksAreSymmetricAndIndependent() {
    network.cut(WEST, IRELAND);
    assertThat(network.between(IRELAND, WEST)).isEqualTo(new LinkState.Cut());
    assertThat(network.between(WEST, TOKYO)).isEqualTo(new LinkState.Open(Duration.ZERO));
  }

  @Test
  void aCutLinkRefusesBothWays() {
    network.cut(WEST, IRELAND);
    assertThatThrownBy(() -> network.cross(WEST, IRELAND)).isInstanceOf(LinkCutException.class);
    assertThatThrownBy(() -> network.cross(IRELAND, WEST))
        .isInstanceOf(LinkCutException.class)
        .hasMessage("the link between eu-west-1 and us-west-2 is cut");
  }

  @Test
  void healingTakesTheCutAndTheDelayAway() throws Exception {
    network.cut(WEST, IRELAND);
    network.heal(IRELAND, WEST);
    network.cross(WEST, IRELAND);
    network.delay(WEST, IRELAND, FOR_EVER);
    network.heal(WEST, IRELAND);
    network.cross(WEST, IRELAND);
  }

  @Test
  void aMessageWaitsAtLeastTheDelay() throws Exception {
    network.delay(WEST, IRELAND, Duration.ofMillis(30));
    long departed = System.nanoTime();
    network.cross(IRELAND, WEST);
    assertThat(Duration.ofNanos(System.nanoTime() - departed))
        .isGreaterThanOrEqualTo(Duration.ofMillis(30));
  }

  @Test
  void aMessageInsideARegionNeverWaits() throws Exception {
    network.cut(WEST, IRELAND);
    network.cross(WEST, WEST);
  }

  @Test
  void aCutFailsTheMessagesThatAreOnTheirWay() throws Exception {
    network.delay(WEST, IRELAND, FOR_EVER);
    CompletableFuture<Void> message = send();
    network.cut(WEST, IRELAND);
    assertThatThrownBy(() -> message.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(LinkCutException.class);
  }

  @Test
  void healingLetsTheMessagesThatAreOnTheirWayArrive() throws Exception {
    network.delay(WEST, IRELAND, FOR_EVER);
    CompletableFuture<Void> message = send();
    network.heal(WEST, IRELAND);
    assertThat(message).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void listenersHearOfEveryChange() {
    AtomicInteger changes = new AtomicInteger();
    network.onChange(changes::incrementAndGet);
    network.delay(WEST, IRELAND, FOR_EVER);
    network.cut(WEST, IRELAND);
    network.heal(WEST, IRELAND);
    assertThat(changes).hasValue(3);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> network.cut(WEST, WEST)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> network.delay(WEST, IRELAND, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Sends a message and returns once it waits on the link. */
  private CompletableFuture<Void> send() {
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    Thread sender =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    network.cross(WEST, IRELAND);
                    arrived.complete(null);
                  } catch (LinkCutException | InterruptedException failed) {
                    arrived.completeExceptionally(failed);
                  }
                });
    while (sender.getState() != Thread.State.TIMED_WAITING && !arrived.isDone()) {
      Thread.onSpinWait();
    }
    return arrived;
  }
}
