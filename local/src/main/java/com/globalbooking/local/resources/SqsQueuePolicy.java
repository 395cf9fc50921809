package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:sqs/queuePolicy:QueuePolicy}: whether a topic may deliver to the queue. */
final class SqsQueuePolicy implements ResourceHandler {
  static final String TYPE = "aws:sqs/queuePolicy:QueuePolicy";

  private final RegionContext context;

  SqsQueuePolicy(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String url = resource.inputs().string("queueUrl");
    context.messaging().policies().put(arn(url), resource.inputs().string("policy"));
    return new Created(url, PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("queueUrl");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context.messaging().policies().put(arn(existing.id()), wanted.inputs().string("policy"));
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.messaging().policies().remove(arn(existing.id()));
  }

  private String arn(String url) {
    return context.messaging().queues().arn(url.substring(url.lastIndexOf('/') + 1));
  }
}
