package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.messaging.Topics;
import com.globalbooking.local.metrics.DocumentedMetrics;
import java.util.Map;
import java.util.Set;

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
    String arn = context.messaging().topics().create(name, settings(inputs));
    var made =
        new Created(
            arn,
            PropertyValue.fields(Map.of("name", name, "arn", arn, "owner", RegionContext.ACCOUNT)));
    context.operations().documented().exists(DocumentedMetrics.TOPIC_NAME, name);
    Policies.put(context, inputs, made);
    return made;
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "fifoTopic");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    context.messaging().topics().change(existing.id(), settings(wanted.inputs()));
    Policies.change(context, existing, wanted, existing.id());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.messaging().topics().remove(existing.id());
    context
        .operations()
        .documented()
        .gone(DocumentedMetrics.TOPIC_NAME, existing.outputs().string("name"));
  }

  @Override
  public boolean exists(Existing existing) {
    return context.messaging().topics().exists(existing.id());
  }

  private static Topics.Settings settings(Inputs inputs) {
    return new Topics.Settings(
        inputs.flag("fifoTopic"),
        inputs.flag("contentBasedDeduplication"),
        inputs.optionalString("fifoThroughputScope").filter("MessageGroup"::equals).isPresent());
  }
}
