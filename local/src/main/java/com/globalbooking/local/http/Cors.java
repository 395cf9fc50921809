package com.globalbooking.local.http;

import java.time.Duration;
import java.util.List;

/**
 * Cross-origin settings of an API; with them the front answers preflight requests itself and
 * replaces CORS headers that functions set.
 *
 * @param allowOrigins origins such as {@code https://example.org}, or {@code *}
 * @param maxAge how long browsers may keep a preflight answer; zero for not at all
 */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    boolean allowCredentials,
    Duration maxAge) {
  public Cors {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }
}
