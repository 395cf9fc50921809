package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.Stage;
import com.globalbooking.local.routing.CustomDomains.Mapping;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** {@code aws:apigatewayv2/apiMapping:ApiMapping}: which API a custom domain name means. */
final class HttpApiMapping implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/apiMapping:ApiMapping";

  private final RegionContext context;

  HttpApiMapping(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String id = ResourceNames.idOf(resource);
    map(id, resource.inputs());
    return new Created(id, PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("domainName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    map(existing.id(), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context
        .routing()
        .domains()
        .unmap(context.region(), existing.inputs().string("domainName"), existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context
        .routing()
        .domains()
        .isMapped(context.region(), existing.inputs().string("domainName"), existing.id());
  }

  private void map(String id, Inputs inputs) {
    String stage = inputs.string("stage");
    URI endpoint = context.apis().api(inputs.string("apiId")).endpoint();
    context
        .routing()
        .domains()
        .map(
            context.region(),
            inputs.string("domainName"),
            id,
            new Mapping(
                inputs.optionalString("apiMappingKey").orElse(""),
                stage.equals(Stage.DEFAULT) ? endpoint : URI.create(endpoint + "/" + stage)));
  }
}
