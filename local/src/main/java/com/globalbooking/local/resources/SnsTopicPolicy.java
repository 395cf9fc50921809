package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:sns/topicPolicy:TopicPolicy}: which AWS services may publish to the topic. */
final class SnsTopicPolicy implements ResourceHandler {
  static final String TYPE = "aws:sns/topicPolicy:TopicPolicy";

  private final RegionContext context;

  SnsTopicPolicy(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String arn = resource.inputs().string("arn");
    context.messaging().policies().put(arn, resource.inputs().string("policy"));
    return new Created(arn, PropertyValue.fields(Map.of("owner", RegionContext.ACCOUNT)));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("arn");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context.messaging().policies().put(existing.id(), wanted.inputs().string("policy"));
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.messaging().policies().remove(existing.id());
  }
}
