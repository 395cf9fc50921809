package com.globalbooking.local.resources;

import com.globalbooking.local.engine.IncompleteResourceException;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler.Created;
import com.globalbooking.local.engine.ResourceHandler.Existing;

/** The {@code policy} that a queue or topic may bring itself, instead of as a resource. */
final class Policies {
  private static final String POLICY = "policy";

  private Policies() {}

  /**
   * Gives a queue or topic that was just made its policy.
   *
   * @throws IncompleteResourceException when the policy is refused
   */
  static void put(RegionContext context, Inputs inputs, Created made) {
    String arn = new Inputs(made.computed()).string("arn");
    try {
      inputs.optionalString(POLICY).ifPresent(it -> context.messaging().policies().put(arn, it));
    } catch (IllegalArgumentException refused) {
      throw new IncompleteResourceException(made, String.valueOf(refused.getMessage()), refused);
    }
  }

  /** Leaves one alone that came as a resource of its own. */
  static void change(RegionContext context, Existing existing, Resource wanted, String arn) {
    var before = existing.inputs().optionalString(POLICY);
    var now = wanted.inputs().optionalString(POLICY);
    if (now.isPresent()) {
      context.messaging().policies().put(arn, now.get());
    } else if (before.isPresent()) {
      context.messaging().policies().remove(arn);
    }
  }
}
