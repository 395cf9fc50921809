package com.globalbooking.stack.audit;

import com.globalbooking.stack.backup.Windows;
import java.util.Optional;

/**
 * What the configuration decides about the audit database.
 *
 * @param instances writer and readers: 1 to 16
 * @param capacity of each instance, when the class is {@link InstanceClass#SERVERLESS}
 * @param monitoring whether Enhanced Monitoring and Performance Insights are on
 */
public record AuditSettings(
    InstanceClass instanceClass,
    int instances,
    Optional<Capacity> capacity,
    boolean monitoring,
    Windows windows) {

  /**
   * In Aurora capacity units, of 2 GB each.
   *
   * @param min 0 to {@code max}, in steps of a half; 0 lets an idle database pause
   * @param max at most 256
   */
  public record Capacity(double min, double max) {

    /**
     * @throws IllegalArgumentException when RDS would not take it
     */
    public Capacity {
      boolean halves = 2 * min == Math.rint(2 * min) && 2 * max == Math.rint(2 * max);
      if (!halves || min < 0 || max < 1 || max > 256 || min > max) {
        throw new IllegalArgumentException(
            "%s to %s is not from 0 to at least 1 and at most 256, in steps of 0.5"
                .formatted(min, max));
      }
    }
  }

  /**
   * @throws IllegalArgumentException when class and capacity do not go together
   */
  public AuditSettings {
    if (instanceClass.isServerless() != capacity.isPresent()) {
      throw new IllegalArgumentException(
          "is for instances of class %s, and they need it"
              .formatted(InstanceClass.SERVERLESS.value()));
    }
  }
}
