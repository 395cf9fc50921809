package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

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
    String queue = url.substring(url.lastIndexOf('/') + 1);
    context
        .messaging()
        .policies()
        .put(context.messaging().queues().arn(queue), resource.inputs().string("policy"));
    return new Created(url, PropertyValue.fields(Map.of()));
  }
}
