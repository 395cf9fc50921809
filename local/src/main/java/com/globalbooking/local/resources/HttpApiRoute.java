package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.HttpRoute;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws:apigatewayv2/route:Route}. */
final class HttpApiRoute implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/route:Route";

  private static final String KEY = "routeKey";
  private static final String TARGET_PREFIX = "integrations/";

  private final RegionContext context;

  HttpApiRoute(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    put(resource.inputs());
    return new Created(ResourceNames.idOf(resource), PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("apiId");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    put(wanted.inputs());
    if (!wanted.inputs().string(KEY).equals(existing.inputs().string(KEY))) {
      delete(existing);
    }
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    Inputs inputs = existing.inputs();
    context.apis().remove(inputs.string("apiId"), inputs.string(KEY));
  }

  private void put(Inputs inputs) {
    String target = inputs.string("target");
    if (!target.startsWith(TARGET_PREFIX)) {
      throw new IllegalArgumentException("'target' must be integrations/<id>, not " + target);
    }
    context
        .apis()
        .addRoute(
            inputs.string("apiId"),
            new HttpRoute(
                inputs.string(KEY),
                target.substring(TARGET_PREFIX.length()),
                authorizer(inputs),
                new HashSet<>(inputs.strings("authorizationScopes"))));
  }

  private static Optional<String> authorizer(Inputs inputs) {
    String kind = inputs.optionalString("authorizationType").orElse("NONE");
    return switch (kind) {
      case "NONE" -> Optional.empty();
      case "JWT" -> Optional.of(inputs.string("authorizerId"));
      default ->
          throw new IllegalArgumentException(
              "The authorization '" + kind + "' is not supported locally");
    };
  }
}
