package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.resources.Parameters.Parameter;
import java.util.Map;
import java.util.Set;

/** {@code aws:ssm/parameter:Parameter}. */
final class SsmParameter implements ResourceHandler {
  static final String TYPE = "aws:ssm/parameter:Parameter";

  private final RegionContext context;

  SsmParameter(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = ResourceNames.nameOf(resource);
    if (parameters().find(name).isPresent()) {
      throw new IllegalArgumentException("ParameterAlreadyExists: " + name);
    }
    return new Created(name, told(context, name, put(name, resource.inputs())));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return told(context, existing.id(), put(existing.id(), wanted.inputs()));
  }

  @Override
  public void delete(Existing existing) {
    parameters().delete(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return parameters().find(existing.id()).isPresent();
  }

  /** What is told of a parameter, by the resource and by the function of the same name. */
  static Fields told(RegionContext context, String name, Parameter parameter) {
    String separator = name.startsWith("/") ? "" : "/";
    return PropertyValue.fields(
        Map.of(
            "name", name,
            "id", name,
            "type", parameter.type(),
            "arn", context.arn("ssm", "parameter" + separator + name),
            "insecureValue", parameter.value(),
            "value", parameter.value(),
            "version", (double) parameter.version()));
  }

  private Parameter put(String name, Inputs inputs) {
    String value =
        inputs
            .optionalString("value")
            .or(() -> inputs.optionalString("insecureValue"))
            .orElseThrow(() -> new IllegalArgumentException("'value' is missing"));
    return parameters().put(name, inputs.string("type"), value);
  }

  private Parameters parameters() {
    return context.stores().parameters();
  }
}
