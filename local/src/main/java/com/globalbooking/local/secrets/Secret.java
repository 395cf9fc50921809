package com.globalbooking.local.secrets;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A secret, with or without a value. Thread-safe.
 *
 * <p>Each stage is on one version at most. A new current version makes the one before it the
 * previous one, as AWS does.
 */
final class Secret {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  private final String arn;
  private final String name;
  private String description;
  private Optional<String> keyArn;
  private final Map<String, SecretVersion> versions = new LinkedHashMap<>();

  Secret(String arn, String name, String description, Optional<String> keyArn) {
    this.arn = arn;
    this.name = name;
    this.description = description;
    this.keyArn = keyArn;
  }

  String arn() {
    return arn;
  }

  String name() {
    return name;
  }

  synchronized void describe(String text, Optional<String> key) {
    description = text;
    keyArn = key;
  }

  synchronized String description() {
    return description;
  }

  /** The customer's key that it is encrypted with; empty for the one of the service. */
  synchronized Optional<String> keyArn() {
    return keyArn;
  }

  /** All versions, those without a stage too. */
  synchronized List<SecretVersion> versions() {
    return List.copyOf(versions.values());
  }

  synchronized Optional<SecretVersion> version(String id) {
    return Optional.ofNullable(versions.get(id));
  }

  synchronized Optional<SecretVersion> staged(String stage) {
    return versions.values().stream().filter(it -> it.stages().contains(stage)).findFirst();
  }

  /**
   * Puts a version, or nothing when the same one is there.
   *
   * @return the version as it now is; empty when its id belongs to another value
   */
  synchronized Optional<SecretVersion> put(SecretVersion version) {
    SecretVersion known = versions.get(version.id());
    if (known != null) {
      return known.sameValue(version) ? Optional.of(known) : Optional.empty();
    }
    Set<String> stages =
        versions.isEmpty() ? union(version.stages(), Set.of(CURRENT)) : version.stages();
    if (stages.contains(CURRENT)) {
      staged(CURRENT).ifPresent(before -> move(before.id(), PREVIOUS));
    }
    versions.put(version.id(), version.with(Set.of()));
    stages.forEach(stage -> move(version.id(), stage));
    return version(version.id());
  }

  private void move(String toVersion, String stage) {
    versions.replaceAll(
        (id, version) ->
            version.with(
                id.equals(toVersion)
                    ? union(version.stages(), Set.of(stage))
                    : without(version.stages(), stage)));
  }

  private static Set<String> union(Collection<String> some, Collection<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  private static Set<String> without(Collection<String> some, String one) {
    Set<String> rest = new TreeSet<>(some);
    rest.remove(one);
    return rest;
  }
}
