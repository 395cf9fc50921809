package com.globalbooking.local.sources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessControl.Decision;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.functions.FunctionReference;
import java.util.List;
import java.util.Optional;

/** What a function's role lets its mapping do, and which services answer at all. */
final class RoleAccess {
  private final RegionName region;
  private final AccessControl access;
  private final Outages outages;
  private final String function;
  private final String roleArn;

  RoleAccess(
      RegionName region, AccessControl access, Outages outages, String function, String roleArn) {
    this.region = region;
    this.access = access;
    this.outages = outages;
    this.function = FunctionReference.of(function).name();
    this.roleArn = roleArn;
  }

  /** Why a request cannot be made now; empty when it can. The actions count as asked for. */
  Optional<String> obstacle(String service, List<String> actions, String resourceArn) {
    if (outages.isDown(region, service)) {
      return Optional.of("%s in %s is unavailable".formatted(service, region));
    }
    return denial(actions, resourceArn);
  }

  /** Whether Lambda itself can invoke nothing now. */
  boolean lambdaIsDown() {
    return outages.isDown(region, "lambda");
  }

  /** Which of the actions the role is denied; empty when none. They count as asked for. */
  Optional<String> denial(List<String> actions, String resourceArn) {
    actions.forEach(action -> access.observe(function, action));
    return actions.stream()
        .filter(action -> access.check(roleArn, action, resourceArn) instanceof Decision.Denied)
        .findFirst()
        .map(action -> "%s is not allowed %s on %s".formatted(roleArn, action, resourceArn));
  }
}
