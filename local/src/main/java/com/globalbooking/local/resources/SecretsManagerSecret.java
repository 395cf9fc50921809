package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

/** {@code aws:secretsmanager/secret:Secret}: a secret without a value. */
final class SecretsManagerSecret implements ResourceHandler {
  static final String TYPE = "aws:secretsmanager/secret:Secret";

  private final RegionContext context;

  SecretsManagerSecret(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    String arn =
        context
            .stores()
            .secrets()
            .create(
                name,
                inputs.optionalString("description").orElse(""),
                inputs.optionalString("kmsKeyId"));
    return new Created(arn, PropertyValue.fields(Map.of("name", name, "arn", arn)));
  }
}
