package com.globalbooking.pms;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All PMS connections of the deployment. */
public final class PmsConnections {
  private final Map<String, PmsConnection> byName;

  /**
   * @param texts {@code name=integration=url} each
   */
  public PmsConnections(List<String> texts) {
    byName =
        texts.stream()
            .map(PmsConnection::parse)
            .collect(toUnmodifiableMap(PmsConnection::name, identity()));
  }

  /** The connection of this name; empty when none is configured. */
  Optional<PmsConnection> find(PmsName name) {
    return Optional.ofNullable(byName.get(name.value()));
  }
}
