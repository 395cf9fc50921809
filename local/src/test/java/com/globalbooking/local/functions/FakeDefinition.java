package com.globalbooking.local.functions;

import com.globalbooking.local.RegionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A function called {@code f}, made of a {@link FakePackage}. */
record FakeDefinition(
    RegionName region,
    Path packageZip,
    Map<String, String> variables,
    Duration limit,
    int concurrency) {
  FakeDefinition environment(Map<String, String> environment) {
    return new FakeDefinition(region, packageZip, environment, limit, concurrency);
  }

  FakeDefinition timeout(Duration timeout) {
    return new FakeDefinition(region, packageZip, variables, timeout, concurrency);
  }

  FakeDefinition reservedConcurrency(int instances) {
    return new FakeDefinition(region, packageZip, variables, limit, instances);
  }

  FunctionDefinition build() {
    return new FunctionDefinition(
        "f",
        region,
        packageZip,
        variables,
        256,
        limit,
        concurrency,
        "arn:aws:iam::123456789012:role/f");
  }
}
