package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

/** {@code aws:sfn/stateMachine:StateMachine}: its definition is what is interpreted. */
final class SfnStateMachine implements ResourceHandler {
  static final String TYPE = "aws:sfn/stateMachine:StateMachine";

  private final RegionContext context;

  SfnStateMachine(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String type = resource.inputs().optionalString("type").orElse("STANDARD");
    if (!type.equals("STANDARD")) {
      throw new IllegalArgumentException(
          "Local Regions run state machines of type STANDARD, not " + type);
    }
    String name = ResourceNames.nameOf(resource);
    String arn = context.arn("states", "stateMachine:" + name);
    context
        .operations()
        .stateMachines()
        .deploy(
            arn, name, resource.inputs().string("roleArn"), resource.inputs().string("definition"));
    return new Created(
        arn, PropertyValue.fields(Map.of("name", name, "arn", arn, "status", "ACTIVE")));
  }
}
