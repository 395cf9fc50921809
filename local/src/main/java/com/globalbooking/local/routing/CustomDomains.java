package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The custom domain names of API Gateway in all Regions of the account, each with the APIs that are
 * mapped to it. Several Regions may have the same name; a Region finds an API by the name that a
 * client asks for. Thread-safe.
 */
public final class CustomDomains {
  private record Key(RegionName region, String name) {}

  /**
   * A custom domain name.
   *
   * @param target what a record of the name must be an alias of
   */
  public record Domain(RegionName region, String name, String target) {}

  /**
   * An API that is mapped to a name.
   *
   * @param path first part of the path that is the API's; empty for all of it
   * @param address base URL of the API's stage on this machine
   */
  public record Mapping(String path, URI address) {}

  private final Map<Key, Domain> domains = new HashMap<>();
  private final Map<Key, Map<String, Mapping>> mappings = new HashMap<>();

  /**
   * Makes a custom domain name.
   *
   * @throws IllegalArgumentException when the Region has it already
   */
  public synchronized void create(Domain domain) {
    if (domains.putIfAbsent(keyOf(domain.region(), domain.name()), domain) != null) {
      throw new IllegalArgumentException(
          "the domain name %s exists already in %s".formatted(domain.name(), domain.region()));
    }
  }

  /** Deletes a custom domain name with its mappings; none of that name is no failure. */
  public synchronized void delete(RegionName region, String name) {
    domains.remove(keyOf(region, name));
    mappings.remove(keyOf(region, name));
  }

  /** The custom domain name of a Region. */
  public synchronized Optional<Domain> find(RegionName region, String name) {
    return Optional.ofNullable(domains.get(keyOf(region, name)));
  }

  /**
   * Maps an API to a name; a mapping of the same id is replaced.
   *
   * @throws IllegalArgumentException when the Region does not have the name, or the path is taken
   */
  public synchronized void map(RegionName region, String name, String id, Mapping mapping) {
    Key key = keyOf(region, name);
    if (!domains.containsKey(key)) {
      throw new IllegalArgumentException(
          "there is no domain name %s in %s".formatted(name, region));
    }
    Map<String, Mapping> ofName = mappings.computeIfAbsent(key, _ -> new LinkedHashMap<>());
    boolean taken =
        ofName.entrySet().stream()
            .anyMatch(it -> !it.getKey().equals(id) && it.getValue().path().equals(mapping.path()));
    if (taken) {
      throw new IllegalArgumentException(
          "an API is mapped to %s/%s already".formatted(name, mapping.path()));
    }
    ofName.put(id, mapping);
  }

  /** Takes a mapping away; none of that id is no failure. */
  public synchronized void unmap(RegionName region, String name, String id) {
    mappings.getOrDefault(keyOf(region, name), new HashMap<>()).remove(id);
  }

  /** Whether there is a mapping of that id. */
  public synchronized boolean isMapped(RegionName region, String name, String id) {
    return mappings.getOrDefault(keyOf(region, name), Map.of()).containsKey(id);
  }

  /** The Region whose gateway has this address. */
  public synchronized Optional<RegionName> regionOf(String target) {
    String wanted = DnsRecord.normalized(target);
    return domains.values().stream()
        .filter(domain -> domain.target().equals(wanted))
        .map(Domain::region)
        .findFirst();
  }

  /**
   * Where a Region takes a request: the mapping with the longest path that it begins with.
   *
   * @param target path and query, as a client sent them
   * @return empty when no API is mapped there, which is answered 403
   */
  public synchronized Optional<URI> address(RegionName region, String name, String target) {
    Mapping best = null;
    for (Mapping mapping : mappings.getOrDefault(keyOf(region, name), Map.of()).values()) {
      boolean longer = best == null || mapping.path().length() > best.path().length();
      if (longer && isWithin(target, mapping.path())) {
        best = mapping;
      }
    }
    return Optional.ofNullable(best).map(mapping -> address(mapping, target));
  }

  private static URI address(Mapping mapping, String target) {
    String rest = mapping.path().isEmpty() ? target : target.substring(mapping.path().length() + 1);
    return URI.create(mapping.address().toString().replaceFirst("/$", "") + rest);
  }

  private static boolean isWithin(String target, String path) {
    String prefix = "/" + path;
    return path.isEmpty()
        || target.equals(prefix)
        || target.startsWith(prefix + "/")
        || target.startsWith(prefix + "?");
  }

  private static Key keyOf(RegionName region, String name) {
    return new Key(region, DnsRecord.normalized(name));
  }
}
