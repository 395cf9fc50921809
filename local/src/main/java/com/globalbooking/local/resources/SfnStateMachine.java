package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;
import java.util.Set;

/** {@code aws:sfn/stateMachine:StateMachine}: its definition is what is interpreted. */
final class SfnStateMachine implements ResourceHandler {
  static final String TYPE = "aws:sfn/stateMachine:StateMachine";

  private final RegionContext context;

  SfnStateMachine(RegionContext context) {
    this.context = context;
  }

  @Override
  public void check(Resource resource) {
    String type = resource.inputs().optionalString("type").orElse("STANDARD");
    if (!type.equals("STANDARD")) {
      throw new IllegalArgumentException("'type' must be STANDARD in local Regions, not " + type);
    }
  }

  @Override
  public Created create(Resource resource) {
    check(resource);
    String name = ResourceNames.nameOf(resource);
    String arn = context.arn("states", "stateMachine:" + name);
    deploy(arn, name, resource.inputs());
    return new Created(
        arn, PropertyValue.fields(Map.of("name", name, "arn", arn, "status", "ACTIVE")));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "type");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    deploy(existing.id(), existing.outputs().string("name"), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.operations().stateMachines().remove(existing.id());
  }

  private void deploy(String arn, String name, Inputs inputs) {
    context
        .operations()
        .stateMachines()
        .deploy(arn, name, inputs.string("roleArn"), inputs.string("definition"));
  }
}
