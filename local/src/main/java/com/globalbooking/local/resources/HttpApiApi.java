package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.Cors;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code aws:apigatewayv2/api:Api}: opens the API's port, so that its URL is known at once. */
final class HttpApiApi implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/api:Api";

  private final RegionContext context;

  HttpApiApi(RegionContext context) {
    this.context = context;
  }

  @Override
  public void check(Resource resource) {
    if (!resource.inputs().string("protocolType").equals("HTTP")) {
      throw new IllegalArgumentException("'protocolType' must be HTTP in local Regions");
    }
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    check(resource);
    String id = ResourceNames.idOf(resource);
    String name = ResourceNames.nameOf(resource);
    URI endpoint =
        context
            .apis()
            .reserve(
                id,
                name,
                RegionContext.ACCOUNT,
                inputs.object("corsConfiguration").map(HttpApiApi::cors));
    return new Created(
        id,
        PropertyValue.fields(
            Map.of(
                "name", name,
                "apiEndpoint", endpoint.toString(),
                "arn", "arn:aws:apigateway:%s::/apis/%s".formatted(context.region(), id),
                "executionArn", context.arn("execute-api", id))));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("protocolType");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context
        .apis()
        .rename(
            existing.id(),
            ResourceNames.nameOf(wanted),
            wanted.inputs().object("corsConfiguration").map(HttpApiApi::cors));
    return PropertyValue.fields(Map.of("name", ResourceNames.nameOf(wanted)));
  }

  @Override
  public void delete(Existing existing) {
    context.apis().remove(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.apis().find(existing.id()).isPresent();
  }

  private static Cors cors(Inputs cors) {
    return new Cors(
        cors.strings("allowOrigins"),
        cors.strings("allowMethods"),
        cors.strings("allowHeaders"),
        cors.strings("exposeHeaders"),
        cors.flag("allowCredentials"),
        Duration.ofSeconds(cors.optionalWhole("maxAge").orElse(0L)));
  }
}
