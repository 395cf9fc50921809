package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:elasticache/userGroup:UserGroup}: the users that a cache lets in. */
final class CacheUserGroup implements ResourceHandler {
  static final String TYPE = "aws:elasticache/userGroup:UserGroup";

  private final RegionContext context;
  private final CacheAccess access;

  CacheUserGroup(RegionContext context, CacheAccess access) {
    this.context = context;
    this.access = access;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String id = inputs.string("userGroupId");
    access.group(id, inputs.strings("userIds"));
    return new Created(
        id, PropertyValue.fields(Map.of("arn", context.arn("elasticache", "usergroup:" + id))));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("userGroupId", "engine");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    Fields computed = create(wanted).computed();
    access.changed(context.stores());
    return computed;
  }

  @Override
  public void delete(Existing existing) {
    access.removeGroup(existing.id());
  }
}
