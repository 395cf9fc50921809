package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A record set of Route 53.
 *
 * @param latencyRegion the Region that a record with a latency policy stands for; empty for a
 *     simple record
 * @param healthCheckId the check that decides whether the record is answered with
 */
public record DnsRecord(
    Key key, Optional<RegionName> latencyRegion, Optional<String> healthCheckId, Target target) {

  /**
   * What tells records apart.
   *
   * @param name in lower case, without a dot at the end
   * @param setIdentifier empty for a simple record
   */
  public record Key(String zoneId, String name, String type, String setIdentifier) {
    public Key {
      name = normalized(name);
    }

    /** The provider's id of the record, by which it can be imported too. */
    public String id() {
      String id = "%s_%s_%s".formatted(zoneId, name, type);
      return setIdentifier.isEmpty() ? id : id + "_" + setIdentifier;
    }
  }

  /** What a record answers with. */
  public sealed interface Target {
    /**
     * The addresses of an AWS resource, by its name.
     *
     * @param zoneId the zone of the resource, not of the record
     */
    record Alias(String name, String zoneId) implements Target {
      public Alias {
        name = normalized(name);
      }
    }

    /** Values, as they stand in the zone. */
    record Values(List<String> values) implements Target {
      public Values {
        values = List.copyOf(values);
      }
    }
  }

  public DnsRecord {
    if (latencyRegion.isPresent() == key.setIdentifier().isEmpty()) {
      throw new IllegalArgumentException(
          "the record %s needs 'setIdentifier' and a routing policy, or neither of them"
              .formatted(key.name()));
    }
  }

  /** A name as DNS compares it. */
  static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
