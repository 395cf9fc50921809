package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.Optional;

/** Answers the functions of providers that a program calls (Pulumi's {@code invoke}). */
@FunctionalInterface
public interface ProviderFunctions {

  /** Answers one call; empty when there is no such function here, which fails the program. */
  Optional<Fields> invoke(String token, Inputs arguments);
}
