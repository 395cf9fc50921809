package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.Escalations.State;
import org.junit.jupiter.api.Test;

/** What {@link Escalations} promises. Each test starts with empty tables. */
public abstract class EscalationsContract {
  private static final Allotment SHORT = allotment(0, -2);

  /** The escalations of {@link Sample#HERE}. */
  protected abstract Escalations escalations();

  /** Puts an allotment as a load or a sale would. */
  protected abstract void put(Allotment allotment);

  /** How many events were written. */
  protected abstract int events();

  @Test
  void remembersAShortageOnceWithItsEvent() {
    put(SHORT);

    assertThat(escalate(SHORT)).isEqualTo(State.UNTOLD);
    assertThat(escalate(SHORT)).isEqualTo(State.UNTOLD);
    escalations().told(new Escalation(SHORT, NOW));
    assertThat(escalate(SHORT)).isEqualTo(State.TOLD);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void aLargerShortageOrAnotherAllotmentIsANewOneAndASmallerIsNot() {
    told(SHORT);

    assertThat(putAndEscalate(new Allotment(night(0), HERE, 20, -1, 8))).isEqualTo(State.TOLD);
    assertThat(putAndEscalate(new Allotment(night(0), HERE, 20, -3, 9))).isEqualTo(State.UNTOLD);
    escalations().told(new Escalation(SHORT, NOW));
    assertThat(putAndEscalate(new Allotment(night(0), HERE, 21, -2, 10))).isEqualTo(State.UNTOLD);
    assertThat(events()).isEqualTo(3);
  }

  @Test
  void afterAShortageIsGoneTheNextIsANewOne() {
    told(SHORT);
    escalations().clear(night(0));
    escalations().clear(night(0));

    assertThat(escalate(SHORT)).isEqualTo(State.UNTOLD);
  }

  @Test
  void remembersNothingOfAnAllotmentThatChangedSince() {
    put(new Allotment(night(0), HERE, 20, 0, 8));

    assertThat(escalate(SHORT)).isEqualTo(State.OUTDATED);
    assertThat(events()).isZero();
  }

  private void told(Allotment shortNight) {
    put(shortNight);
    assertThat(escalate(shortNight)).isEqualTo(State.UNTOLD);
    escalations().told(new Escalation(shortNight, NOW));
  }

  private State putAndEscalate(Allotment now) {
    put(now);
    return escalate(now);
  }

  private State escalate(Allotment seen) {
    return escalations().escalate(new Escalation(seen, NOW));
  }
}
