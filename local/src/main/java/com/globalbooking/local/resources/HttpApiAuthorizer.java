package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.JwtAuthorizer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws:apigatewayv2/authorizer:Authorizer}, of the JWT kind. */
final class HttpApiAuthorizer implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/authorizer:Authorizer";

  private static final List<String> SOURCE = List.of("$request.header.Authorization");

  private final RegionContext context;

  HttpApiAuthorizer(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String id = ResourceNames.idOf(resource);
    put(id, resource.inputs());
    return new Created(id, PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("apiId");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    put(existing.id(), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.apis().remove(existing.inputs().string("apiId"), existing.id());
  }

  private void put(String id, Inputs inputs) {
    if (!inputs.string("authorizerType").equals("JWT")
        || !inputs.strings("identitySources").equals(SOURCE)) {
      throw new IllegalArgumentException(
          "Only JWT authorizers on the Authorization header are supported locally");
    }
    Inputs jwt =
        inputs
            .object("jwtConfiguration")
            .orElseThrow(() -> new IllegalArgumentException("'jwtConfiguration' is missing"));
    context
        .apis()
        .addAuthorizer(
            inputs.string("apiId"),
            id,
            new JwtAuthorizer(URI.create(jwt.string("issuer")), jwt.strings("audiences")));
  }
}
