package com.globalbooking.local.messaging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request of AWS's query protocol: a form whose names are paths. */
record QueryForm(Map<String, String> values) {

  static QueryForm parse(byte[] body) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return new QueryForm(values);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The entries of a list: {@code name.1}, {@code name.2} and so on, each a form of its own. */
  List<QueryForm> list(String name) {
    List<QueryForm> entries = new ArrayList<>();
    while (true) {
      String prefix = name + "." + (entries.size() + 1) + ".";
      Map<String, String> entry = new LinkedHashMap<>();
      values.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              entry.put(key.substring(prefix.length()), value);
            }
          });
      if (entry.isEmpty()) {
        return entries;
      }
      entries.add(new QueryForm(entry));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
