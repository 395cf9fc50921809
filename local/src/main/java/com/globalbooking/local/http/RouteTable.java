package com.globalbooking.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the route of a request as API Gateway does: fixed segments before parameters before a
 * greedy one, a method before {@code ANY}, {@code $default} last.
 */
final class RouteTable {
  private static final String DEFAULT = "$default";

  private final List<Entry> entries;
  private final Optional<HttpRoute> fallback;

  /** A route, and what its path parameters stand for in a request. */
  record Match(HttpRoute route, Map<String, String> pathParameters) {}

  /**
   * Puts routes in order.
   *
   * @throws IllegalArgumentException when a route key is not one
   */
  RouteTable(Collection<HttpRoute> routes) {
    this.entries =
        routes.stream()
            .filter(route -> !route.routeKey().equals(DEFAULT))
            .map(Entry::of)
            .sorted(Comparator.comparing(Entry::rank))
            .toList();
    this.fallback = routes.stream().filter(route -> route.routeKey().equals(DEFAULT)).findFirst();
  }

  /**
   * The route of a request.
   *
   * @param rawPath still encoded, so that an encoded slash stays within its segment
   */
  Optional<Match> match(String method, String rawPath) {
    List<String> path = segmentsOf(rawPath);
    for (Entry entry : entries) {
      if (entry.method().equals(method) || entry.method().equals("ANY")) {
        Optional<Map<String, String>> parameters = entry.match(path);
        if (parameters.isPresent()) {
          return Optional.of(new Match(entry.route(), parameters.get()));
        }
      }
    }
    return fallback.map(route -> new Match(route, Map.of()));
  }

  private static List<String> segmentsOf(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private record Entry(HttpRoute route, String method, List<Segment> segments) {

    static Entry of(HttpRoute route) {
      String[] key = route.routeKey().split(" ", 2);
      if (key.length != 2 || !key[1].startsWith("/")) {
        throw new IllegalArgumentException("'" + route.routeKey() + "' is not a route key");
      }
      return new Entry(route, key[0], segmentsOf(key[1]).stream().map(Segment::of).toList());
    }

    /** Sorts before whatever is less specific, segment by segment. */
    String rank() {
      var rank = new StringBuilder();
      for (Segment segment : segments) {
        rank.append(
            switch (segment) {
              case Segment.Fixed _ -> '1';
              case Segment.Parameter _ -> '2';
              case Segment.Greedy _ -> '3';
            });
      }
      return rank.append(method.equals("ANY") ? '9' : '8').toString();
    }

    Optional<Map<String, String>> match(List<String> path) {
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < segments.size(); i++) {
        if (i >= path.size()) {
          return Optional.empty();
        }
        String value = path.get(i);
        switch (segments.get(i)) {
          case Segment.Fixed(String text) -> {
            if (!text.equals(value)) {
              return Optional.empty();
            }
          }
          case Segment.Parameter(String name) -> {
            if (value.isEmpty()) {
              return Optional.empty();
            }
            parameters.put(name, decode(value));
          }
          case Segment.Greedy(String name) -> {
            parameters.put(name, decode(String.join("/", path.subList(i, path.size()))));
            return Optional.of(parameters);
          }
        }
      }
      return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
    }

    private static String decode(String segment) {
      // In a path a plus sign is a plus sign.
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  private sealed interface Segment {
    record Fixed(String text) implements Segment {}

    record Parameter(String name) implements Segment {}

    record Greedy(String name) implements Segment {}

    static Segment of(String text) {
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return new Fixed(text);
      }
      String name = text.substring(1, text.length() - 1);
      return name.endsWith("+")
          ? new Greedy(name.substring(0, name.length() - 1))
          : new Parameter(name);
    }
  }
}
