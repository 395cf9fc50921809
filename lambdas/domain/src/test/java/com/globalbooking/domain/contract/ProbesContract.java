package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.Probes;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Probes} promises. Each test starts with empty tables. */
public abstract class ProbesContract {
  protected abstract Probes probes();

  /** Takes away the table that a probe is about. */
  protected abstract void remove(Probe probe);

  /** What the write has left. */
  protected abstract Optional<Instant> written();

  @ParameterizedTest
  @EnumSource
  void succeedsOnAnEmptyTable(Probe probe) {
    assertThatCode(() -> probes().run(probe, NOW)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void failsWhenItsTableDoesAndOnlyThen(Probe broken) {
    remove(broken);

    for (Probe probe : Probe.values()) {
      if (probe == broken) {
        assertThatThrownBy(() -> probes().run(probe, NOW)).isInstanceOf(RuntimeException.class);
      } else {
        assertThatCode(() -> probes().run(probe, NOW)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void onlyTheWriteWritesAndItDoesSoEachTime() {
    for (Probe probe : Probe.values()) {
      if (probe != Probe.CONTROL) {
        probes().run(probe, NOW);
      }
    }
    assertThat(written()).isEmpty();

    probes().run(Probe.CONTROL, NOW);
    assertThat(written()).contains(NOW);
    probes().run(Probe.CONTROL, NOW.plusMillis(5_001));
    assertThat(written()).contains(NOW.plusMillis(5_001));
  }
}
