package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

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

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "namePrefix");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context
        .stores()
        .secrets()
        .describe(
            existing.id(),
            wanted.inputs().optionalString("description").orElse(""),
            wanted.inputs().optionalString("kmsKeyId"));
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.stores().secrets().remove(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.stores().secrets().exists(existing.id());
  }
}
