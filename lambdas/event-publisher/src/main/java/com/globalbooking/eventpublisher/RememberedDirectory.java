package com.globalbooking.eventpublisher;

import com.globalbooking.domain.PropertyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers for a short while what a directory said, of so many properties and no more. */
final class RememberedDirectory implements PmsDirectory {
  private final PmsDirectory directory;
  private final Duration kept;
  private final int most;
  private final Clock clock;
  private final LinkedHashMap<PropertyId, Said> memory = new LinkedHashMap<>();

  private record Said(Optional<String> connection, Instant until) {}

  RememberedDirectory(PmsDirectory directory, Duration kept, int most, Clock clock) {
    this.directory = directory;
    this.kept = kept;
    this.most = most;
    this.clock = clock;
  }

  @Override
  public synchronized Map<PropertyId, String> connections(Set<PropertyId> properties) {
    Instant now = clock.instant();
    Set<PropertyId> unknown = new HashSet<>();
    for (PropertyId property : properties) {
      Said said = memory.get(property);
      if (said == null || !now.isBefore(said.until())) {
        unknown.add(property);
      }
    }
    Map<PropertyId, String> told = unknown.isEmpty() ? Map.of() : directory.connections(unknown);
    Map<PropertyId, String> connections = new HashMap<>(told);
    for (PropertyId property : properties) {
      Said said = memory.get(property);
      if (said != null && !unknown.contains(property)) {
        said.connection().ifPresent(name -> connections.put(property, name));
      }
    }
    for (PropertyId property : unknown) {
      memory.remove(property);
      memory.put(property, new Said(Optional.ofNullable(told.get(property)), now.plus(kept)));
    }
    var oldest = memory.keySet().iterator();
    while (memory.size() > most) {
      oldest.next();
      oldest.remove();
    }
    return connections;
  }
}
