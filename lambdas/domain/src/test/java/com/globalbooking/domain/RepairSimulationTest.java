package com.globalbooking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A Region in which guests book, hotels cut and raise what is sold, twins arrive and the resolver
 * is told late, twice or again, all drawn from one seed, with others changing things in the middle
 * of what it does. A failure names the seed.
 */
class RepairSimulationTest {
  private static final int SEEDS = 200;

  @Test
  void holdsItsInvariantsInEveryHistory() {
    int moves = 0;
    int escalations = 0;
    int twins = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var world = new RepairWorld(seed);
      world.play();
      moves += world.moves();
      escalations += world.escalated();
      twins += world.twins();
    }
    // A simulation in which nothing happens proves nothing.
    assertThat(moves).isGreaterThan(SEEDS / 2);
    assertThat(escalations).isGreaterThan(SEEDS / 4);
    assertThat(twins).isGreaterThan(SEEDS / 4);
  }
}
