package com.globalbooking.local.pms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.PmsIntegration;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The PMS of this machine, shared by all Regions as a hotel has one: {@code alpine} and {@code
 * harbour}.
 */
public final class PmsSystems implements AutoCloseable {
  /** Speaks our JSON. */
  public static final String ALPINE = "alpine";

  /** Speaks OpenTravel. */
  public static final String HARBOUR = "harbour";

  private final Map<String, PmsSimulator> byName = new LinkedHashMap<>();

  /**
   * A connection as the program's configuration names it.
   *
   * @param integration its class, as in {@link PmsIntegration#id}
   */
  public record Connection(String integration, String url) {}

  private PmsSystems() {}

  /** Opens both. */
  public static PmsSystems start(Clock clock, PmsSimulator.Delays delays) throws IOException {
    var systems = new PmsSystems();
    try {
      systems.open(ALPINE, PmsIntegration.JSON, clock, delays);
      systems.open(HARBOUR, PmsIntegration.OPENTRAVEL, clock, delays);
      return systems;
    } catch (IOException | RuntimeException failed) {
      systems.close();
      throw failed;
    }
  }

  /**
   * A PMS by its name.
   *
   * @throws IllegalArgumentException with all names, when there is none
   */
  public PmsSimulator named(String name) {
    PmsSimulator found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no PMS '%s' here; there are %s."
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return found;
  }

  /** What each has seen so far. */
  public List<PmsReport> reports() {
    return byName.values().stream().map(PmsSimulator::report).toList();
  }

  /** Connection name to connection. */
  public Map<String, Connection> connections() {
    Map<String, Connection> connections = new LinkedHashMap<>();
    byName.forEach(
        (name, it) ->
            connections.put(name, new Connection(it.integration().id(), it.url().toString())));
    return connections;
  }

  /** Connection name to the key that calls are signed with: the value of the PMS secret. */
  public String keysAsJson() {
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    byName.forEach((name, it) -> keys.put(name, it.key()));
    return keys.toString();
  }

  @Override
  public void close() {
    byName.values().forEach(PmsSimulator::close);
  }

  private void open(
      String name, PmsIntegration integration, Clock clock, PmsSimulator.Delays delays)
      throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    byName.put(
        name, PmsSimulator.start(name, integration, HexFormat.of().formatHex(key), clock, delays));
  }
}
