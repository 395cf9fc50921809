package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:iam/rolePolicy:RolePolicy}: what the local AWS endpoint lets a role do. */
final class IamRolePolicy implements ResourceHandler {
  static final String TYPE = "aws:iam/rolePolicy:RolePolicy";

  private final RegionContext context;

  IamRolePolicy(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = ResourceNames.nameOf(resource);
    put(name, resource.inputs());
    return new Created(
        resource.inputs().string("role") + ":" + name, PropertyValue.fields(Map.of("name", name)));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "role");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    put(existing.outputs().string("name"), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context
        .roles()
        .removePolicy(existing.inputs().string("role"), existing.outputs().string("name"));
  }

  private void put(String name, Inputs inputs) {
    context.roles().putPolicy(inputs.string("role"), name, inputs.string("policy"));
  }
}
