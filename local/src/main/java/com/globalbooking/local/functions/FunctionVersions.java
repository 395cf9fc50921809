package com.globalbooking.local.functions;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The published versions of one function, where its aliases lead, and instances for those versions
 * that are in use: the last one, and those that an alias leads to. Thread-safe.
 *
 * <p>A reservation counts for each version on its own while an alias moves, in AWS for all
 * together.
 */
final class FunctionVersions {

  /**
   * One version: neither definition nor package ever change.
   *
   * @param taskRoot the unpacked package
   */
  record Version(int number, FunctionDefinition definition, Path taskRoot) {}

  /** Makes the instances of a version, none of them running yet. */
  @FunctionalInterface
  interface Pools {
    FunctionPool of(Version version);
  }

  private final Pools pools;
  private final TreeMap<Integer, Version> versions = new TreeMap<>();
  private final Map<String, Integer> aliases = new HashMap<>();
  private final Map<Integer, FunctionPool> inUse = new HashMap<>();

  FunctionVersions(Pools pools) {
    this.pools = pools;
  }

  /**
   * Publishes a version; as in AWS, the last one again when code and configuration are the same.
   *
   * @return its number
   */
  synchronized int publish(FunctionDefinition definition, Path taskRoot) {
    Map.Entry<Integer, Version> last = versions.lastEntry();
    int number =
        last == null
            ? 1
            : isSame(last.getValue(), definition, taskRoot) ? last.getKey() : last.getKey() + 1;
    Version previous = versions.put(number, new Version(number, definition, taskRoot));
    if (previous != null && !previous.definition().equals(definition)) {
      // Only the reservation: instances are started by the new one from now on.
      retire(Set.of(number));
    }
    var _ = poolOf(number);
    retireUnused();
    return number;
  }

  /**
   * Has an alias lead to a version.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  synchronized void point(String alias, String version) {
    int number =
        number(version)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no version %s, there are %s"
                            .formatted(version, versions.keySet())));
    aliases.put(alias, number);
    retireUnused();
  }

  /** Takes an alias away; that there is none is no failure. */
  synchronized void removeAlias(String alias) {
    var _ = aliases.remove(alias);
    retireUnused();
  }

  /** The instances of what a qualifier stands for; empty when it stands for nothing. */
  synchronized Optional<FunctionPool> pool(String qualifier) {
    return resolved(qualifier).map(this::poolOf);
  }

  /** Number of the version that a qualifier stands for. */
  synchronized Optional<String> versionOf(String qualifier) {
    return resolved(qualifier).map(Object::toString);
  }

  /** What was published last. */
  synchronized FunctionDefinition definition() {
    return versions.lastEntry().getValue().definition();
  }

  /** Instances of all versions that are in use. */
  synchronized Collection<FunctionPool> all() {
    return List.copyOf(inUse.values());
  }

  /** Where an alias leads, or the number itself. */
  private Optional<Integer> resolved(String qualifier) {
    @Nullable Integer alias = aliases.get(qualifier);
    return alias == null ? number(qualifier) : Optional.of(alias);
  }

  private Optional<Integer> number(String qualifier) {
    if (qualifier.equals(FunctionReference.LATEST)) {
      return Optional.of(versions.lastKey());
    }
    return versions.keySet().stream().filter(it -> qualifier.equals("" + it)).findFirst();
  }

  private FunctionPool poolOf(int number) {
    return inUse.computeIfAbsent(
        number, _ -> pools.of(Objects.requireNonNull(versions.get(number))));
  }

  private void retireUnused() {
    Set<Integer> unused = new HashSet<>(inUse.keySet());
    unused.removeAll(aliases.values());
    unused.remove(versions.lastKey());
    retire(unused);
  }

  private void retire(Set<Integer> numbers) {
    for (int number : numbers) {
      FunctionPool pool = inUse.remove(number);
      if (pool != null) {
        pool.retire();
      }
    }
  }

  private static boolean isSame(Version last, FunctionDefinition wanted, Path taskRoot) {
    return last.taskRoot().equals(taskRoot)
        && last.definition()
            .equals(wanted.withReservedConcurrency(last.definition().reservedConcurrency()));
  }
}
