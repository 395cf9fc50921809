package com.globalbooking.domain;

import java.util.List;
import java.util.Set;

/** Hands conflicts to the resolver. */
public interface ConflictQueue {

  /**
   * Hands these over durably; those handed over a short while before are dropped by their ids.
   *
   * @param conflicts each once
   * @return those that could not be handed over
   */
  Set<Conflict> send(List<Conflict> conflicts);
}
