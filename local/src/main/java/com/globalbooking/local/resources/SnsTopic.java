package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.messaging.Topics;
import com.globalbooking.local.metrics.DocumentedMetrics;
import java.util.Map;

/** {@code aws:sns/topic:Topic}; encryption is accepted and means nothing here. */
final class SnsTopic implements ResourceHandler {
  static final String TYPE = "aws:sns/topic:Topic";

  private final RegionContext context;

  SnsTopic(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    String arn =
        context
            .messaging()
            .topics()
            .create(
                name,
                new Topics.Settings(
                    inputs.flag("fifoTopic"),
                    inputs.flag("contentBasedDeduplication"),
                    inputs
                        .optionalString("fifoThroughputScope")
                        .filter("MessageGroup"::equals)
                        .isPresent()));
    context.operations().documented().exists(DocumentedMetrics.TOPIC_NAME, name);
    inputs.optionalString("policy").ifPresent(it -> context.messaging().policies().put(arn, it));
    return new Created(
        arn,
        PropertyValue.fields(Map.of("name", name, "arn", arn, "owner", RegionContext.ACCOUNT)));
  }
}
