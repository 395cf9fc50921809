package com.globalbooking.domain.health;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.fake.InMemoryHeartbeats;
import com.globalbooking.domain.health.CallOutcome.Failed;
import com.globalbooking.domain.health.CallOutcome.Late;
import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.Hearing.FromTheFuture;
import com.globalbooking.domain.health.Hearing.Heard;
import com.globalbooking.domain.health.Hearing.Malformed;
import com.globalbooking.domain.health.Hearing.NeverHeard;
import com.globalbooking.domain.health.Hearing.Unread;
import com.globalbooking.domain.health.Heartbeats.Sighting;
import com.globalbooking.domain.health.SendingHeartbeat.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingHeartbeatTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Region ELSEWHERE = new Region("ap-southeast-1");
  private static final Region FAR = new Region("sa-east-1");
  private static final Region NEW = new Region("af-south-1");
  private static final DeployedRegions REGIONS =
      new DeployedRegions(HERE, List.of(HERE, THERE, ELSEWHERE, FAR, NEW));
  private static final Instant RECENT = NOW.minusSeconds(20);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void writesWhomItHearsAndTellsHowOldThatIs() {
    heartbeats.receive(THERE, new Sighting.Seen(RECENT));

    Report report = send(heartbeats, LONG);

    assertThat(others(report))
        .containsEntry(THERE, new Heard(RECENT, Duration.ofSeconds(20)))
        .containsEntry(NEW, new NeverHeard())
        .hasSize(4);
    assertThat(report.written())
        .isEqualTo(new Returned<>(Optional.of(new Heartbeat(HERE, NOW, Map.of(THERE, RECENT), 1))));
    assertThat(heartbeats.predecessor(HERE).hears()).isEqualTo(Map.of(THERE, RECENT));
  }

  @Test
  void whatCannotBeUsedStopsNothingElseAndIsNotHeard() {
    Instant future = NOW.plusMillis(5_001);
    heartbeats.receive(FAR, new Sighting.Seen(future));
    heartbeats.receive(ELSEWHERE, new Sighting.Malformed());
    heartbeats.receive(NEW, new Sighting.Unread());
    heartbeats.receive(THERE, new Sighting.Seen(RECENT));

    Report report = send(heartbeats, LONG);

    assertThat(others(report))
        .containsEntry(FAR, new FromTheFuture(future))
        .containsEntry(ELSEWHERE, new Malformed())
        .containsEntry(NEW, new Unread())
        .containsEntry(THERE, new Heard(RECENT, Duration.ofSeconds(20)));
    assertThat(heartbeats.predecessor(HERE).hears()).isEqualTo(Map.of(THERE, RECENT));
  }

  @Test
  void whoCanNoLongerBeReadStaysHeardAsBefore() {
    heartbeats.receive(THERE, new Sighting.Seen(RECENT));
    send(heartbeats, LONG);
    heartbeats.receive(THERE, new Sighting.Malformed());
    time.pass(Duration.ofMinutes(1));

    send(heartbeats, LONG);

    assertThat(heartbeats.predecessor(HERE))
        .isEqualTo(new Heartbeat.Predecessor(HERE, Map.of(THERE, RECENT), 2));
  }

  @Test
  void triesAgainAfterAnotherWriterWasFasterAndKeepsWhatItSaid() {
    var writes = new AtomicInteger();
    Heartbeats disturbed =
        new Disturbed(heartbeats) {
          @Override
          public boolean write(Heartbeat next) {
            if (writes.getAndIncrement() < 2) {
              heartbeats.addWord(HERE, "lost");
            }
            return super.write(next);
          }
        };

    Report report = send(disturbed, LONG);

    // The time is that of the attempt that succeeded.
    assertThat(time.instant()).isAfter(NOW);
    assertThat(report.written())
        .isEqualTo(new Returned<>(Optional.of(new Heartbeat(HERE, time.instant(), Map.of(), 3))));
    assertThat(heartbeats.word(HERE)).isEqualTo("lost");
  }

  @Test
  void givesUpInTimeWhenAnotherWriterIsAlwaysFaster() {
    heartbeats.beFasterAt(HERE);

    Report report = send(heartbeats, LONG);

    assertThat(report.written()).isEqualTo(new Returned<>(Optional.empty()));
    assertThat(heartbeats.predecessor(HERE).version()).isGreaterThan(2);
  }

  @Test
  void aTableThatFailsIsReported() {
    heartbeats.setUp(false);

    Report report = send(heartbeats, LONG);

    assertThat(report.others()).isInstanceOf(Failed.class);
    assertThat(report.written()).isInstanceOf(Failed.class);
  }

  @Test
  void writesThoughItCouldNotLook() {
    Heartbeats blind =
        new Disturbed(heartbeats) {
          @Override
          public Map<Region, Sighting> sightings(Collection<Region> owners) {
            throw new IllegalStateException("no grant");
          }
        };

    Report report = send(blind, LONG);

    assertThat(report.others()).isInstanceOf(Failed.class);
    assertThat(report.written())
        .isEqualTo(new Returned<>(Optional.of(new Heartbeat(HERE, NOW, Map.of(), 1))));
  }

  @Test
  void isDoneInTimeThoughTheTableHangs() {
    Heartbeats hanging =
        new Disturbed(heartbeats) {
          @Override
          public Map<Region, Sighting> sightings(Collection<Region> owners) {
            hang();
            return Map.of();
          }

          @Override
          public boolean write(Heartbeat next) {
            hang();
            return true;
          }
        };

    Report report = send(hanging, Duration.ofMillis(20));

    assertThat(report.others()).isEqualTo(new Late<>());
    assertThat(report.written()).isEqualTo(new Late<>());
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Map<Region, Hearing> others(Report report) {
    if (report.others() instanceof Returned<Map<Region, Hearing>>(Map<Region, Hearing> others)) {
      return others;
    }
    throw new AssertionError(report);
  }

  private Report send(Heartbeats store, Duration limit) {
    var limits =
        new JitteredRetry.Limits(
            Duration.ofMillis(700), Duration.ofMillis(10), Duration.ofMillis(100));
    var retry = new JitteredRetry(limits, time, time::pass, new Random(1));
    return new SendingHeartbeat(
            REGIONS,
            store,
            retry,
            new TimedCalls(threads),
            new SendingHeartbeat.Limits(limit, limit),
            time)
        .send();
  }

  /** A store that a test disturbs. */
  private static class Disturbed implements Heartbeats {
    private final Heartbeats real;

    Disturbed(Heartbeats real) {
      this.real = real;
    }

    @Override
    public Map<Region, Sighting> sightings(Collection<Region> owners) {
      return real.sightings(owners);
    }

    @Override
    public Heartbeat.Predecessor predecessor(Region owner) {
      return real.predecessor(owner);
    }

    @Override
    public boolean write(Heartbeat next) {
      return real.write(next);
    }
  }
}
