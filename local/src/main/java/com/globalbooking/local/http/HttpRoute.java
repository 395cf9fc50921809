package com.globalbooking.local.http;

import java.util.Optional;
import java.util.Set;

/**
 * A route as declared.
 *
 * @param routeKey {@code METHOD /path/{parameter}}, {@code ANY /path/{rest+}} or {@code $default}
 * @param integrationId an integration added before the first request
 * @param authorizerId empty for an open route
 * @param scopes any one of these is enough; empty asks for a valid token only
 */
public record HttpRoute(
    String routeKey, String integrationId, Optional<String> authorizerId, Set<String> scopes) {
  public HttpRoute {
    scopes = Set.copyOf(scopes);
  }
}
