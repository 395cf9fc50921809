package com.globalbooking.domain;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Answers get lost, and something happens between what was read and what is written. */
record DisturbedRepairStore(RepairStore real, SplittableRandom random, Runnable disturbance)
    implements RepairStore {

  @Override
  public Changed move(Move move) {
    return disturbed(() -> real.move(move));
  }

  @Override
  public Changed cancel(TwinCancellation cancellation) {
    return disturbed(() -> real.cancel(cancellation));
  }

  private Changed disturbed(Supplier<Changed> change) {
    int chance = random.nextInt(10);
    if (chance == 0) {
      disturbance.run();
    }
    Changed changed = chance == 1 ? Changed.UNDECIDED : change.get();
    return chance == 2 && changed == Changed.DONE ? Changed.UNDECIDED : changed;
  }
}
