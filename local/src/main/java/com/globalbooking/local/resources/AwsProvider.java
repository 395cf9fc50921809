package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

/** {@code pulumi:providers:aws}: must be for the Region whose stack this is. */
final class AwsProvider implements ResourceHandler {
  static final String TYPE = "pulumi:providers:aws";

  private final RegionContext context;

  AwsProvider(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String region = resource.inputs().string("region");
    if (!region.equals(context.region().value())) {
      throw new IllegalArgumentException(
          "The stack of %s has a provider for %s; local Regions take one Region per stack"
              .formatted(context.region(), region));
    }
    return new Created(ResourceNames.idOf(resource), PropertyValue.fields(Map.of()));
  }
}
