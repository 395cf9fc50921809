package com.globalbooking.local.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP API as far as it is declared: it changes with the program, and answers 404 until its
 * stage is there.
 *
 * @param accountId of the account it belongs to
 * @param routes by route key
 */
public record HttpApiDefinition(
    String apiId,
    String name,
    String accountId,
    Optional<Cors> cors,
    Map<String, JwtAuthorizer> authorizers,
    Map<String, LambdaIntegration> integrations,
    Map<String, HttpRoute> routes,
    Optional<Stage> stage) {

  public HttpApiDefinition {
    authorizers = Map.copyOf(authorizers);
    integrations = Map.copyOf(integrations);
    routes = Map.copyOf(routes);
  }

  /** An API without routes and stage. */
  public static HttpApiDefinition of(
      String apiId, String name, String accountId, Optional<Cors> cors) {
    return new HttpApiDefinition(
        apiId, name, accountId, cors, Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  HttpApiDefinition with(String authorizerId, JwtAuthorizer authorizer) {
    return new HttpApiDefinition(
        apiId,
        name,
        accountId,
        cors,
        plus(authorizers, authorizerId, authorizer),
        integrations,
        routes,
        stage);
  }

  HttpApiDefinition with(String integrationId, LambdaIntegration integration) {
    return new HttpApiDefinition(
        apiId,
        name,
        accountId,
        cors,
        authorizers,
        plus(integrations, integrationId, integration),
        routes,
        stage);
  }

  HttpApiDefinition with(HttpRoute route) {
    return new HttpApiDefinition(
        apiId,
        name,
        accountId,
        cors,
        authorizers,
        integrations,
        plus(routes, route.routeKey(), route),
        stage);
  }

  HttpApiDefinition with(Stage opened) {
    return new HttpApiDefinition(
        apiId, name, accountId, cors, authorizers, integrations, routes, Optional.of(opened));
  }

  HttpApiDefinition named(String name, Optional<Cors> cors) {
    return new HttpApiDefinition(
        apiId, name, accountId, cors, authorizers, integrations, routes, stage);
  }

  /** Without the authorizer, integration or route of this id or key. */
  HttpApiDefinition without(String id) {
    return new HttpApiDefinition(
        apiId,
        name,
        accountId,
        cors,
        minus(authorizers, id),
        minus(integrations, id),
        minus(routes, id),
        stage);
  }

  HttpApiDefinition withoutStage() {
    return new HttpApiDefinition(
        apiId, name, accountId, cors, authorizers, integrations, routes, Optional.empty());
  }

  private static <T> Map<String, T> minus(Map<String, T> map, String key) {
    var fewer = new LinkedHashMap<>(map);
    fewer.remove(key);
    return fewer;
  }

  private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
    var more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
