package com.globalbooking.domain.pms;

import static com.globalbooking.domain.contract.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.PmsGate.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PmsGateTest {
  private static final PmsName PMS = new PmsName("opera");
  private static final PmsGate.Limits LIMITS =
      new PmsGate.Limits(3, Duration.ofSeconds(60), Duration.ofSeconds(30));

  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryPmsControl control = new InMemoryPmsControl();
  private final PmsGate gate = new PmsGate(control, LIMITS, time);
  private final PmsGate otherInstance = new PmsGate(control, LIMITS, time);

  @Test
  void opensAfterSoManyFailuresInARowOverAllInstances() {
    assertThat(gate.failed(granted(gate))).isFalse();
    assertThat(otherInstance.failed(granted(otherInstance))).isFalse();
    assertThat(gate.failed(granted(gate))).isTrue();

    assertThat(gate.ask(PMS)).isEqualTo(new Permit.Wait(Duration.ofSeconds(60)));
    time.pass(Duration.ofSeconds(59));
    assertThat(otherInstance.ask(PMS)).isEqualTo(new Permit.Wait(Duration.ofSeconds(1)));
    assertThat(gate.ask(new PmsName("healthy"))).isInstanceOf(Permit.Call.class);
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    gate.failed(granted(gate));
    gate.failed(granted(gate));
    gate.succeeded(granted(gate));

    assertThat(gate.failed(granted(gate))).isFalse();
    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Call.class);
  }

  @Test
  void countsEachOfManyFailuresAtOnce() {
    List<Permit.Granted> calls = IntStream.range(0, 5).mapToObj(_ -> granted(gate)).toList();

    assertThat(calls.stream().filter(gate::failed)).hasSize(1);
    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Wait.class);
  }

  @Test
  void aFailureOfACallMadeBeforeItOpenedDoesNotProlongIt() {
    Permit.Granted slow = granted(gate);
    open();
    time.pass(Duration.ofSeconds(50));

    assertThat(gate.failed(slow)).isFalse();
    assertThat(gate.ask(PMS)).isEqualTo(new Permit.Wait(Duration.ofSeconds(10)));
  }

  @Test
  void aSuccessOfACallMadeBeforeItOpenedDoesNotCloseIt() {
    Permit.Granted slow = granted(gate);
    open();

    gate.succeeded(slow);

    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Wait.class);
  }

  @Test
  void oneProbeWhoseSuccessCloses() {
    openAndOver();

    Permit probe = gate.ask(PMS);
    assertThat(probe).isInstanceOf(Permit.Probe.class);
    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Wait.class);
    assertThat(otherInstance.ask(PMS)).isInstanceOf(Permit.Wait.class);

    gate.succeeded((Permit.Granted) probe);
    assertThat(otherInstance.ask(PMS)).isInstanceOf(Permit.Call.class);
    assertThat(gate.failed(granted(gate))).as("counted from the start").isFalse();
  }

  @Test
  void oneProbeWhoseFailureOpensForTheWholeTime() {
    openAndOver();

    assertThat(gate.failed(granted(gate))).isTrue();

    assertThat(otherInstance.ask(PMS)).isEqualTo(new Permit.Wait(Duration.ofSeconds(60)));
  }

  @Test
  void aProbeOfWhichNothingIsHeardIsReplacedAndItsLateOutcomeChangesNothing() {
    openAndOver();
    Permit.Granted lost = granted(gate);

    time.pass(Duration.ofSeconds(30));
    Permit.Granted second = granted(otherInstance);
    gate.succeeded(lost);
    assertThat(gate.failed(lost)).isFalse();

    assertThat(second).isInstanceOf(Permit.Probe.class);
    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Wait.class);
    otherInstance.succeeded(second);
    assertThat(gate.ask(PMS)).isInstanceOf(Permit.Call.class);
  }

  /**
   * Instances ask and report in random order while others act between the read and the write of
   * each; a PMS that is down hears so many calls as the threshold, then one probe at a time.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void ofSeveralInstancesExactlyOneProbes(long seed) {
    var random = new Random(seed);
    var breakers = new Interrupted(control, random);
    List<PmsGate> instances =
        IntStream.range(0, 6).mapToObj(_ -> new PmsGate(breakers, LIMITS, time)).toList();
    List<Permit.Granted> underWay = new ArrayList<>();
    breakers.meanwhile = () -> ask(instances.get(random.nextInt(6)), underWay);
    open();
    time.pass(LIMITS.openFor());

    int probes = 0;
    for (int step = 0; step < 2_000; step++) {
      ask(instances.get(random.nextInt(6)), underWay);
      assertThat(underWay).as("seed %d, step %d", seed, step).hasSizeLessThanOrEqualTo(1);
      if (random.nextInt(4) == 0 && !underWay.isEmpty()) {
        // The one under way fails, and the circuit opens for its whole time.
        Permit.Granted probe = underWay.removeFirst();
        assertThat(probe).isInstanceOf(Permit.Probe.class);
        assertThat(instances.get(random.nextInt(6)).failed(probe)).isTrue();
        probes++;
      }
      // Slow enough that a probe's outcome is in before it is taken for dead.
      time.pass(Duration.ofMillis(underWay.isEmpty() ? random.nextInt(2_000) : 20));
    }
    assertThat(probes).as("seed %d", seed).isGreaterThan(5);
  }

  private static void ask(PmsGate instance, List<Permit.Granted> underWay) {
    if (instance.ask(PMS) instanceof Permit.Granted granted) {
      underWay.add(granted);
    }
  }

  /** Lets others act after a read, so that what was read may be old. */
  private static final class Interrupted implements CircuitBreakers {
    private final CircuitBreakers real;
    private final Random random;
    private Runnable meanwhile = () -> {};
    private boolean inside;

    Interrupted(CircuitBreakers real, Random random) {
      this.real = real;
      this.random = random;
    }

    @Override
    public Circuit read(PmsName pms) {
      Circuit seen = real.read(pms);
      if (!inside && random.nextBoolean()) {
        inside = true;
        meanwhile.run();
        inside = false;
      }
      return seen;
    }

    @Override
    public boolean replace(PmsName pms, Circuit seen, Circuit next) {
      return real.replace(pms, seen, next);
    }
  }

  private void openAndOver() {
    open();
    time.pass(LIMITS.openFor());
  }

  private void open() {
    for (int i = 0; i < LIMITS.failureThreshold(); i++) {
      gate.failed(granted(gate));
    }
  }

  private static Permit.Granted granted(PmsGate instance) {
    return (Permit.Granted) instance.ask(PMS);
  }
}
