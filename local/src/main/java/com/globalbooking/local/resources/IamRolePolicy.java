package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

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
    String role = resource.inputs().string("role");
    context.roles().putPolicy(role, name, resource.inputs().string("policy"));
    return new Created(role + ":" + name, PropertyValue.fields(Map.of("name", name)));
  }
}
