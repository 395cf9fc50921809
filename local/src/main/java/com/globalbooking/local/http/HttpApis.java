package com.globalbooking.local.http;

import com.globalbooking.local.functions.FunctionInvoker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP APIs of one Region, by id, as the resources that make them up are declared. */
public final class HttpApis implements AutoCloseable {
  private final FunctionInvoker functions;
  private final Path logDirectory;
  private final Clock clock;
  private final Map<String, HttpApi> apis = new ConcurrentHashMap<>();
  private volatile AnswerListener listener = _ -> {};

  /**
   * @param functions who runs the Region's functions
   * @param logDirectory takes one access log per API, {@code <name>.access.log}
   */
  public HttpApis(FunctionInvoker functions, Path logDirectory, Clock clock) {
    this.functions = functions;
    this.logDirectory = logDirectory;
    this.clock = clock;
  }

  /**
   * Binds the API's port and answers 404 on it until its stage is open.
   *
   * @return the base URL of the API
   * @throws IllegalStateException when the id is taken
   */
  public URI reserve(String apiId, String name, String accountId, Optional<Cors> cors) {
    HttpApiDefinition definition = HttpApiDefinition.of(apiId, name, accountId, cors);
    HttpApi api = HttpApi.start(definition, functions, accessLog(name), clock);
    if (apis.putIfAbsent(apiId, api) != null) {
      api.close();
      throw new IllegalStateException("there is an HTTP API " + apiId + " already");
    }
    api.onAnswer(answer -> listener.answered(answer));
    return api.endpoint();
  }

  /** Has this listener told of each answer to come, of any API. */
  public void onAnswer(AnswerListener answers) {
    listener = answers;
  }

  /** The APIs as declared so far. */
  public List<HttpApiDefinition> definitions() {
    return apis.values().stream().map(HttpApi::definition).toList();
  }

  /** The API of this id. */
  public HttpApi api(String apiId) {
    HttpApi api = apis.get(apiId);
    if (api == null) {
      throw new IllegalArgumentException("there is no HTTP API " + apiId);
    }
    return api;
  }

  public void addAuthorizer(String apiId, String authorizerId, JwtAuthorizer authorizer) {
    api(apiId).addAuthorizer(authorizerId, authorizer);
  }

  public void addIntegration(String apiId, String integrationId, LambdaIntegration integration) {
    api(apiId).addIntegration(integrationId, integration);
  }

  public void addRoute(String apiId, HttpRoute route) {
    api(apiId).addRoute(route);
  }

  /** Opens the API for requests; authorizers, integrations and routes may still come after. */
  public void openStage(String apiId, Stage stage) {
    api(apiId).openStage(stage);
  }

  /** Gives an API another name and other rules for browsers. */
  public void rename(String apiId, String name, Optional<Cors> cors) {
    api(apiId).rename(name, cors);
  }

  /**
   * Takes the authorizer, integration or route of this id or key away; that there is none, or no
   * such API any more, is no failure.
   */
  public void remove(String apiId, String id) {
    find(apiId).ifPresent(api -> api.remove(id));
  }

  /** Has an API answer 404 again. */
  public void closeStage(String apiId) {
    find(apiId).ifPresent(HttpApi::closeStage);
  }

  /** Takes an API away; that there is none is no failure. */
  public void remove(String apiId) {
    HttpApi removed = apis.remove(apiId);
    if (removed != null) {
      removed.close();
    }
  }

  /** The API of this id, if there is one. */
  public Optional<HttpApi> find(String apiId) {
    return Optional.ofNullable(apis.get(apiId));
  }

  @Override
  public void close() {
    apis.values().forEach(HttpApi::close);
  }

  private Path accessLog(String name) {
    return logDirectory.resolve(name + ".access.log");
  }
}
