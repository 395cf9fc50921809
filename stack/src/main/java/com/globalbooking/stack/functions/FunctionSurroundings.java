package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.network.Placement;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.Optional;

/**
 * What a Region's functions find there.
 *
 * @param placements where the functions in the VPC stand
 * @param pmsSecretArn the secret with the signing keys of PMS connections
 */
public record FunctionSurroundings(
    FunctionTables tables,
    FunctionCache cache,
    FunctionAudit audit,
    FunctionMessaging messaging,
    Output<String> pmsSecretArn,
    Map<Function, Placement> placements) {
  public FunctionSurroundings {
    placements = Map.copyOf(placements);
  }

  Optional<Placement> placement(Function function) {
    return Optional.ofNullable(placements.get(function));
  }
}
