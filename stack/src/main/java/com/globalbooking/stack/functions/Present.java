package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up what the contract promises a function and the topology must have made. */
final class Present {

  private Present() {}

  /**
   * @throws IllegalArgumentException when there is none; the message says for whom
   */
  static <T> T in(Map<Function, T> byFunction, Function function, String what) {
    @Nullable T found = byFunction.get(function);
    if (found == null) {
      throw new IllegalArgumentException("%s has not %s".formatted(function.id(), what));
    }
    return found;
  }
}
