package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Fields;
import java.util.Optional;

/** Where stack references find the outputs of other stacks. */
@FunctionalInterface
public interface StackOutputs {

  /**
   * The outputs of a deployed stack; empty when there is none of that name.
   *
   * @param stack fully qualified: {@code organization/project/stack}
   */
  Optional<Fields> of(String stack);
}
