package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.Alarms;
import com.globalbooking.local.metrics.CompositeAlarm;
import java.util.Map;
import java.util.Set;

/** {@code aws:cloudwatch/compositeAlarm:CompositeAlarm}: over the states of other alarms. */
final class CloudWatchCompositeAlarm implements ResourceHandler {
  static final String TYPE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

  private final RegionContext context;

  CloudWatchCompositeAlarm(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = resource.inputs().string("alarmName");
    return new Created(name, deploy(name, resource.inputs()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("alarmName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return deploy(existing.id(), wanted.inputs());
  }

  @Override
  public void delete(Existing existing) {
    alarms().remove(existing.id());
  }

  private Fields deploy(String name, Inputs inputs) {
    if (inputs.object("actionsSuppressor").isPresent()) {
      throw new IllegalArgumentException("local Regions do not evaluate 'actionsSuppressor'");
    }
    String arn = context.arn("cloudwatch", "alarm:" + name);
    alarms()
        .deploy(
            new CompositeAlarm(
                arn,
                name,
                inputs.optionalString("alarmDescription").orElse(""),
                inputs.string("alarmRule"),
                inputs.strings("alarmActions"),
                inputs.strings("okActions")));
    return PropertyValue.fields(Map.of("arn", arn));
  }

  private Alarms alarms() {
    return context.operations().monitoring().alarms();
  }
}
