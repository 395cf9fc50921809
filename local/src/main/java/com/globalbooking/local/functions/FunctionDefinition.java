package com.globalbooking.local.functions;

import com.globalbooking.local.RegionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A function as the program declares it.
 *
 * @param environment what the program sets, over and above what Lambda itself sets
 * @param memoryMegabytes 128 to 10,240
 * @param timeout of one invocation, 1 ms to 15 min
 * @param reservedConcurrency most instances at one time, 0 refuses every invocation, {@link
 *     #UNRESERVED} sets no limit of its own
 */
public record FunctionDefinition(
    String name,
    RegionName region,
    Path packageZip,
    Map<String, String> environment,
    int memoryMegabytes,
    Duration timeout,
    int reservedConcurrency,
    String roleArn) {

  /** A function that shares the concurrency of the account. */
  public static final int UNRESERVED = -1;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Duration LONGEST = Duration.ofMinutes(15);

  public FunctionDefinition {
    environment = Map.copyOf(environment);
    require(NAME.matcher(name).matches(), "'%s' is not a function name".formatted(name));
    require(
        memoryMegabytes >= 128 && memoryMegabytes <= 10_240,
        "memory of %s must be 128 to 10240 MB, not %d".formatted(name, memoryMegabytes));
    require(
        timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
        "timeout of %s must be up to 15 min, not %s".formatted(name, timeout));
    require(
        reservedConcurrency >= UNRESERVED,
        "reserved concurrency of %s must not be %d".formatted(name, reservedConcurrency));
  }

  /** The function's ARN, in the account of its role. */
  public String arn() {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(region, accountId(), name);
  }

  /** The same with another reservation, which AWS does not count as part of a version. */
  FunctionDefinition withReservedConcurrency(int reserved) {
    return new FunctionDefinition(
        name, region, packageZip, environment, memoryMegabytes, timeout, reserved, roleArn);
  }

  private String accountId() {
    String[] parts = roleArn.split(":", 6);
    return parts.length == 6 ? parts[4] : "";
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
