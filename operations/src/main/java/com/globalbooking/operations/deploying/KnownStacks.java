package com.globalbooking.operations.deploying;

import com.globalbooking.operations.environments.Environment;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.pulumi.StackSummary;
import java.util.List;

/** What the back end knows of. */
record KnownStacks(List<StackSummary> all) {
  KnownStacks {
    all = List.copyOf(all);
  }

  boolean knows(StackId stack) {
    return all.stream().anyMatch(it -> it.name().equals(stack.name()));
  }

  int resources(StackId stack) {
    return all.stream()
        .filter(it -> it.name().equals(stack.name()))
        .mapToInt(StackSummary::resources)
        .sum();
  }

  boolean hasResources(StackId stack) {
    return resources(stack) > 0;
  }

  List<String> regionsWithResources(Environment environment) {
    return all.stream()
        .filter(it -> it.resources() > 0)
        .flatMap(it -> environment.regionOf(it.name()))
        .sorted()
        .toList();
  }
}
