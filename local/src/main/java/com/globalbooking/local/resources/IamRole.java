package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  public void check(Resource resource) {
    for (String other : List.of("inlinePolicies", "managedPolicyArns")) {
      if (resource.inputs().fields().values().containsKey(other)) {
        throw new IllegalArgumentException(
            "'" + other + "' is not supported locally: give the role a RolePolicy");
      }
    }
  }

  @Override
  public Created create(Resource resource) {
    check(resource);
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

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "namePrefix", "path");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.roles().remove(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.roles().exists(existing.id());
  }
}
