package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.Stage;
import com.globalbooking.local.http.Throttling;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws:apigatewayv2/stage:Stage}: opens the API for requests. */
final class HttpApiStage implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/stage:Stage";

  private final RegionContext context;

  HttpApiStage(RegionContext context) {
    this.context = context;
  }

  @Override
  public void check(Resource resource) {
    if (!resource.inputs().flag("autoDeploy")) {
      throw new IllegalArgumentException("'autoDeploy' must be set in local Regions");
    }
  }

  @Override
  public Created create(Resource resource) {
    check(resource);
    String name = ResourceNames.nameOf(resource);
    return new Created(name, open(name, resource.inputs()));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("apiId", "name");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    return open(existing.id(), wanted.inputs());
  }

  @Override
  public void delete(Existing existing) {
    context.apis().closeStage(existing.inputs().string("apiId"));
  }

  private Fields open(String name, Inputs inputs) {
    String apiId = inputs.string("apiId");
    Map<String, Throttling> routes = new LinkedHashMap<>();
    for (Inputs route : inputs.objects("routeSettings")) {
      throttling(route).ifPresent(limits -> routes.put(route.string("routeKey"), limits));
    }
    context
        .apis()
        .openStage(
            apiId,
            new Stage(
                name,
                inputs.object("defaultRouteSettings").flatMap(HttpApiStage::throttling),
                routes,
                inputs.object("accessLogSettings").map(log -> log.string("format")),
                inputs.stringMap("stageVariables")));
    URI endpoint = context.apis().api(apiId).endpoint();
    String path = name.equals(Stage.DEFAULT) ? "/" : "/" + name;
    return PropertyValue.fields(
        Map.of(
            "name",
            name,
            "arn",
            "arn:aws:apigateway:%s::/apis/%s/stages/%s".formatted(context.region(), apiId, name),
            "executionArn",
            context.arn("execute-api", apiId + "/" + name),
            "invokeUrl",
            endpoint + path));
  }

  private static Optional<Throttling> throttling(Inputs settings) {
    Optional<Double> rate = settings.optionalNumber("throttlingRateLimit");
    Optional<Long> burst = settings.optionalWhole("throttlingBurstLimit");
    if (rate.isPresent() != burst.isPresent()) {
      throw new IllegalArgumentException(
          "'throttlingRateLimit' and 'throttlingBurstLimit' go together");
    }
    return rate.map(limit -> new Throttling(limit, Math.toIntExact(burst.orElse(0L))));
  }
}
