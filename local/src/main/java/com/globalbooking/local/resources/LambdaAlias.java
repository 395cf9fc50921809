package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.functions.FunctionReference;
import java.util.Map;
import java.util.Set;

/** {@code aws:lambda/alias:Alias}: leads to one version of a function. */
final class LambdaAlias implements ResourceHandler {
  static final String TYPE = "aws:lambda/alias:Alias";

  private final RegionContext context;

  LambdaAlias(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    point(resource.inputs());
    String arn = arn(resource.inputs());
    return new Created(arn, computed(arn));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "functionName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    point(wanted.inputs());
    return computed(existing.id());
  }

  @Override
  public void delete(Existing existing) {
    context.functions().removeAlias(function(existing.inputs()), existing.inputs().string("name"));
  }

  /** What API Gateway calls a function by. */
  static String invokeArn(RegionContext context, String arn) {
    return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(context.region(), arn);
  }

  private void point(Inputs inputs) {
    if (inputs.object("routingConfig").isPresent()) {
      throw new IllegalArgumentException("local aliases lead to one version only");
    }
    context
        .functions()
        .point(function(inputs), inputs.string("name"), inputs.string("functionVersion"));
  }

  private Fields computed(String arn) {
    return PropertyValue.fields(Map.of("arn", arn, "invokeArn", invokeArn(context, arn)));
  }

  private String arn(Inputs inputs) {
    return context.arn(
        "lambda", "function:%s:%s".formatted(function(inputs), inputs.string("name")));
  }

  private static String function(Inputs inputs) {
    return FunctionReference.of(inputs.string("functionName")).name();
  }
}
