package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.functions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws:lambda/invocation:Invocation}: runs the function while the stack is deployed, and
 * fails the deployment when the function fails.
 */
final class LambdaInvocation implements ResourceHandler {
  static final String TYPE = "aws:lambda/invocation:Invocation";

  /** A throttled one has waited in its queue for half a minute already. */
  private static final int ATTEMPTS_MAX = 4;

  private final RegionContext context;

  LambdaInvocation(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    var named = FunctionReference.of(inputs.string("functionName"));
    String function =
        inputs
            .optionalString("qualifier")
            .map(it -> new FunctionReference(named.name(), it))
            .orElse(named)
            .suffix();
    byte[] input = inputs.string("input").getBytes(StandardCharsets.UTF_8);
    String result =
        switch (invoke(function, input)) {
          case InvocationResult.Succeeded(byte[] payload) -> text(payload);
          case InvocationResult.Failed(String errorType, byte[] payload) ->
              throw failed(function, "failed with " + errorType + ": " + text(payload));
          case InvocationResult.TimedOut() -> throw failed(function, "did not answer in time");
          case InvocationResult.Throttled() -> throw failed(function, "was throttled");
          case InvocationResult.NoSuchFunction() -> throw failed(function, "is not there");
        };
    return new Created(
        ResourceNames.idOf(resource), PropertyValue.fields(Map.of("result", result)));
  }

  /** As the client behind the provider does, tries again when it is throttled. */
  private InvocationResult invoke(String function, byte[] input) {
    InvocationResult result = context.invoker().invoke(function, input);
    for (int attempt = 2;
        attempt <= ATTEMPTS_MAX && result instanceof InvocationResult.Throttled;
        attempt++) {
      result = context.invoker().invoke(function, input);
    }
    return result;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("functionName", "qualifier", "input", "triggers");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    // What has run has run.
  }

  private static IllegalArgumentException failed(String function, String how) {
    return new IllegalArgumentException("function " + function + " " + how);
  }

  private static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
