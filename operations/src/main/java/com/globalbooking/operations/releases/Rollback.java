package com.globalbooking.operations.releases;

import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes functions of one Region back to the version that served before, and holds them there: a
 * deployment moves an alias to a newer version only when nobody has pinned it.
 */
public final class Rollback {
  /** Versions that one deployment publishes lie this close together. */
  private static final Duration DEPLOYMENT_MAX = Duration.ofHours(1);

  private record Candidate(String id, String arn, int serving, List<PublishedVersion> versions) {

    Instant published() {
      return versions.stream()
          .filter(it -> it.number() == serving)
          .map(PublishedVersion::published)
          .findFirst()
          .orElse(Instant.EPOCH);
    }

    Optional<Integer> previous() {
      return versions.stream()
          .map(PublishedVersion::number)
          .filter(number -> number < serving)
          .max(Integer::compare);
    }
  }

  private final Map<String, String> aliasArns;
  private final Aliases aliases;
  private final Pins pins;
  private final Console console;

  /**
   * @param aliasArns by function id, as the stack's outputs have them
   */
  public Rollback(Map<String, String> aliasArns, Aliases aliases, Pins pins, Console console) {
    this.aliasArns = Map.copyOf(aliasArns);
    this.aliases = aliases;
    this.pins = pins;
    this.console = console;
  }

  /**
   * Goes one version back.
   *
   * @param asked function ids; none for those that the last deployment changed
   * @throws RefusedException when there is nothing to go back to; nothing is moved then
   */
  public void goBack(List<String> asked) {
    List<Candidate> candidates =
        known(asked).stream().map(id -> candidate(id, aliasArns.getOrDefault(id, ""))).toList();
    if (asked.isEmpty()) {
      candidates = ofLastDeployment(candidates);
    }
    List<String> first = new ArrayList<>();
    Map<String, String> pinned = new TreeMap<>(pins.read());
    for (Candidate candidate : candidates) {
      candidate
          .previous()
          .ifPresentOrElse(
              version -> pinned.put(candidate.id(), version.toString()),
              () -> first.add(candidate.id()));
    }
    if (first.size() == candidates.size() || (!asked.isEmpty() && !first.isEmpty())) {
      throw new RefusedException(
          "There is no version to go back to: %s still serves its first."
              .formatted(String.join(", ", first)));
    }
    // First the pins: whatever happens next, a deployment does not undo what has been moved.
    pins.write(pinned);
    for (Candidate candidate : candidates) {
      candidate
          .previous()
          .ifPresentOrElse(
              version -> {
                aliases.move(candidate.arn(), version);
                console.line(
                    "%s: version %d serves again, instead of %d"
                        .formatted(candidate.id(), version, candidate.serving()));
              },
              () -> console.line(candidate.id() + ": still its first version, left as it is"));
    }
  }

  /**
   * Lets functions go on to the newest version with the next deployment.
   *
   * @param asked function ids; none for all
   */
  public void release(List<String> asked) {
    Set<String> released = known(asked);
    Map<String, String> pinned = new TreeMap<>(pins.read());
    Set<String> held = new TreeSet<>(pinned.keySet());
    held.retainAll(released);
    if (held.isEmpty()) {
      console.line("No function is held back.");
      return;
    }
    pinned.keySet().removeAll(released);
    pins.write(pinned);
    console.line(
        "Released: %s. The next scripts/up moves them to the newest version that passes its smoke event."
            .formatted(String.join(", ", held)));
  }

  private Set<String> known(List<String> asked) {
    Set<String> unknown = new TreeSet<>(asked);
    unknown.removeAll(aliasArns.keySet());
    if (!unknown.isEmpty()) {
      throw new RefusedException(
          "%s is not a function; there are %s."
              .formatted(
                  String.join(", ", unknown),
                  String.join(", ", new TreeSet<>(aliasArns.keySet()))));
    }
    return new TreeSet<>(asked.isEmpty() ? aliasArns.keySet() : asked);
  }

  private Candidate candidate(String id, String arn) {
    return new Candidate(id, arn, aliases.serving(arn), aliases.versions(arn));
  }

  /** A function that the last deployment left alone has nothing to take back. */
  private static List<Candidate> ofLastDeployment(List<Candidate> all) {
    Instant newest =
        all.stream().map(Candidate::published).max(Instant::compareTo).orElse(Instant.EPOCH);
    return all.stream()
        .filter(it -> !it.published().isBefore(newest.minus(DEPLOYMENT_MAX)))
        .toList();
  }
}
