package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the configuration decides about functions.
 *
 * @param packagings how each function is packaged
 * @param reservedConcurrency most executions at once, for the functions that have a limit; it is
 *     also taken out of the account's quota for all others
 * @param packagesDirectory folder of the function modules, relative to the working directory of the
 *     program, which is the repository root
 * @param work what functions are told about their work
 */
public record FunctionSettings(
    Map<Function, Packaging> packagings,
    Architecture architecture,
    Map<Function, Integer> reservedConcurrency,
    Path packagesDirectory,
    WorkSettings work) {

  /**
   * @throws IllegalArgumentException when a function has no packaging
   */
  public FunctionSettings {
    packagings = Map.copyOf(packagings);
    reservedConcurrency = Map.copyOf(reservedConcurrency);
    if (packagings.size() != Function.values().length) {
      throw new IllegalArgumentException("Packagings only of " + packagings.keySet());
    }
  }

  /**
   * Why the packages could not be deployed: sentences without their full stop.
   *
   * @param preview whether a package may be missing, to be built before the deployment
   */
  public List<String> packageProblems(boolean preview) {
    return Arrays.stream(Function.values())
        .map(this::packageOf)
        .filter(it -> !preview || it.exists())
        .flatMap(it -> it.problems(architecture).stream())
        .toList();
  }

  /** The packages that have not been built. */
  public List<String> missingPackages() {
    return Arrays.stream(Function.values())
        .map(this::packageOf)
        .filter(it -> !it.exists())
        .map(it -> it.file().toString())
        .toList();
  }

  /** Executions that are taken out of the account's quota, of all functions. */
  public int reservedExecutions() {
    return reservedConcurrency.values().stream().mapToInt(Integer::intValue).sum();
  }

  FunctionPackage packageOf(Function function) {
    Packaging packaging = packaging(function);
    return new FunctionPackage(
        packaging.file(packagesDirectory, function), packaging.buildCommand(function));
  }

  Packaging packaging(Function function) {
    return Objects.requireNonNull(packagings.get(function));
  }

  Optional<Integer> reservedConcurrency(Function function) {
    return Optional.ofNullable(reservedConcurrency.get(function));
  }
}
