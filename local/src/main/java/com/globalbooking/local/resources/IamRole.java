package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.List;
import java.util.Map;

/**
 * {@code aws:iam/role:Role}: a name in the account; its policies come as resources of their own.
 */
final class IamRole implements ResourceHandler {
  static final String TYPE = "aws:iam/role:Role";

  private final RegionContext context;

  IamRole(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    for (String other : List.of("inlinePolicies", "managedPolicyArns")) {
      if (resource.inputs().fields().values().containsKey(other)) {
        throw new IllegalArgumentException(
            "'" + other + "' is not supported locally: give the role a RolePolicy");
      }
    }
    String name = ResourceNames.nameOf(resource);
    return new Created(
        name,
        PropertyValue.fields(
            Map.of(
                "name",
                name,
                "arn",
                context.roles().create(name),
                "uniqueId",
                "AROA" + ResourceNames.idOf(resource))));
  }
}
