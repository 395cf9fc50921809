package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.Circuit;
import com.globalbooking.domain.pms.Circuit.State.Closed;
import com.globalbooking.domain.pms.Circuit.State.HalfOpen;
import com.globalbooking.domain.pms.Circuit.State.Open;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.SyncState.Abandoned;
import com.globalbooking.domain.pms.SyncState.NotYet;
import com.globalbooking.domain.pms.SyncState.Taken;
import com.globalbooking.domain.pms.SyncState.Trying;
import com.globalbooking.domain.pms.SyncStatus;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@link CircuitBreakers}, {@link SyncStatus} and {@link PmsDirectory} promise. Each test
 * starts with nothing kept.
 */
public abstract class PmsControlContract {
  private static final PmsName PMS = new PmsName("opera");
  private static final OfBooking EVENT = Sample.confirmed("bk-1", ROOM.property().value());

  protected abstract CircuitBreakers breakers();

  protected abstract SyncStatus status();

  protected abstract PmsDirectory directory();

  /** Connects a property as the operator does. */
  protected abstract void connect(PropertyId property, PmsName pms);

  @Test
  void aCircuitOfWhichNothingIsKnownIsNew() {
    assertThat(breakers().read(PMS)).isEqualTo(Circuit.NEW);
  }

  @Test
  void aCircuitIsReadAsItWasWritten() {
    Circuit seen = Circuit.NEW;
    for (Circuit.State state :
        List.of(new Closed(3), new Open(NOW), new HalfOpen(NOW.plusMillis(1_234)), new Closed(0))) {
      Circuit next = seen.to(state);
      assertThat(breakers().replace(PMS, seen, next)).isTrue();
      assertThat(breakers().read(PMS)).isEqualTo(next);
      seen = next;
    }
    assertThat(breakers().read(new PmsName("other"))).isEqualTo(Circuit.NEW);
  }

  @Test
  void aCircuitThatChangedSinceItWasSeenIsNotReplaced() {
    Circuit opened = Circuit.NEW.to(new Open(NOW));
    assertThat(breakers().replace(PMS, Circuit.NEW, opened)).isTrue();

    assertThat(breakers().replace(PMS, Circuit.NEW, Circuit.NEW.to(new Closed(1)))).isFalse();
    assertThat(breakers().replace(PMS, opened.to(new Closed(0)), opened)).isFalse();
    assertThat(breakers().read(PMS)).isEqualTo(opened);
  }

  @Test
  void ofManyWhoReplaceTheSameCircuitAtOnceExactlyOneDoes() throws Exception {
    Circuit open = Circuit.NEW.to(new Open(NOW));
    breakers().replace(PMS, Circuit.NEW, open);
    int instances = 8;
    var start = new CyclicBarrier(instances);
    Callable<Boolean> probe =
        () -> {
          start.await();
          return breakers().replace(PMS, open, open.to(new HalfOpen(NOW)));
        };

    try (var threads = Executors.newFixedThreadPool(instances)) {
      List<Future<Boolean>> answers =
          threads.invokeAll(Stream.generate(() -> probe).limit(instances).toList());
      assertThat(answers.stream().filter(PmsControlContract::get)).hasSize(1);
    }
  }

  @Test
  void anEventOfWhichNothingIsKnownWasNotTried() {
    assertThat(status().read(EVENT)).isEqualTo(new NotYet());
  }

  @Test
  void aStateIsReadAsItWasNoted() {
    status().notTaken(EVENT, new NotYet(), new Trying(1, "503"));
    assertThat(status().read(EVENT)).isEqualTo(new Trying(1, "503"));
    status().notTaken(EVENT, new Trying(1, "503"), new Trying(2, "timeout"));
    assertThat(status().read(EVENT)).isEqualTo(new Trying(2, "timeout"));
    status().notTaken(EVENT, new Trying(2, "timeout"), new Abandoned(3, "refused"));
    assertThat(status().read(EVENT)).isEqualTo(new Abandoned(3, "refused"));
    status().notTaken(EVENT, new Abandoned(3, "refused"), new Trying(1, "503"));
    status().taken(EVENT, 2);
    assertThat(status().read(EVENT)).isEqualTo(new Taken(2));
  }

  @Test
  void aLateAttemptDoesNotUndoWhatWasNotedSince() {
    status().notTaken(EVENT, new NotYet(), new Trying(1, "503"));
    status().notTaken(EVENT, new NotYet(), new Trying(1, "late"));
    status().notTaken(EVENT, new Trying(2, "503"), new Trying(3, "late"));
    assertThat(status().read(EVENT)).isEqualTo(new Trying(1, "503"));
  }

  @Test
  void takenIsFinal() {
    status().taken(EVENT, 1);
    status().notTaken(EVENT, new NotYet(), new Trying(1, "late"));
    status().notTaken(EVENT, new Taken(1), new Abandoned(1, "late"));
    status().taken(EVENT, 9);
    assertThat(status().read(EVENT)).isEqualTo(new Taken(1));
  }

  @Test
  void takenCountsWhateverWasNotedBefore() {
    status().notTaken(EVENT, new NotYet(), new Trying(4, "503"));
    status().taken(EVENT, 1);
    assertThat(status().read(EVENT)).isEqualTo(new Taken(1));
  }

  @Test
  void aPropertyHasThePmsThatItIsConnectedToOrNone() {
    connect(ROOM.property(), PMS);
    assertThat(directory().of(ROOM.property())).contains(PMS);
    assertThat(directory().of(new PropertyId("porto-01"))).isEmpty();
  }

  private static boolean get(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
