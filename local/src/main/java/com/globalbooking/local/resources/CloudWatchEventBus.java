package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:cloudwatch/eventBus:EventBus}: keeps its last events; there are no rules. */
final class CloudWatchEventBus implements ResourceHandler {
  static final String TYPE = "aws:cloudwatch/eventBus:EventBus";

  private final RegionContext context;

  CloudWatchEventBus(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = ResourceNames.nameOf(resource);
    context.messaging().buses().create(name);
    return new Created(
        name,
        PropertyValue.fields(
            Map.of("name", name, "arn", context.arn("events", "event-bus/" + name))));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.messaging().buses().remove(existing.id());
  }
}
