package com.globalbooking.stack.functions;

import com.globalbooking.contract.PmsConnection;
import java.util.List;

/**
 * What the configuration decides about the work of functions.
 *
 * @param circuitFailureThreshold failures in a row after which a PMS is left alone
 * @param circuitOpenSeconds how long it is then left alone
 * @param reconciliationBudgetSeconds how long one look at a segment may take
 */
public record WorkSettings(
    List<PmsConnection> pmsConnections,
    int circuitFailureThreshold,
    int circuitOpenSeconds,
    int reconciliationBudgetSeconds) {

  /**
   * @throws IllegalArgumentException when the checker would be cut off before its budget is used
   */
  public WorkSettings {
    pmsConnections = List.copyOf(pmsConnections);
    if (reconciliationBudgetSeconds > FunctionSize.RECONCILIATION_BUDGET_SECONDS_MAX) {
      throw new IllegalArgumentException(
          "A budget of %d s is too much".formatted(reconciliationBudgetSeconds));
    }
  }
}
