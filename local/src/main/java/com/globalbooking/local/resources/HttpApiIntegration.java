package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.http.LambdaIntegration;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code aws:apigatewayv2/integration:Integration} with a function, payload format 2.0. */
final class HttpApiIntegration implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/integration:Integration";

  /** In the ARN of a function, and in the ARN for invoking it. */
  private static final Pattern FUNCTION_NAME =
      Pattern.compile(":function:([A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?)");

  private final RegionContext context;

  HttpApiIntegration(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String id = ResourceNames.idOf(resource);
    put(id, resource.inputs());
    return new Created(id, PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("apiId");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    put(existing.id(), wanted.inputs());
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    context.apis().remove(existing.inputs().string("apiId"), existing.id());
  }

  private void put(String id, Inputs inputs) {
    if (!inputs.string("integrationType").equals("AWS_PROXY")
        || !inputs.optionalString("payloadFormatVersion").orElse("1.0").equals("2.0")) {
      throw new IllegalArgumentException(
          "Only AWS_PROXY integrations with payload format 2.0 are supported locally");
    }
    String uri = inputs.string("integrationUri");
    Matcher function = FUNCTION_NAME.matcher(uri);
    if (!function.find()) {
      throw new IllegalArgumentException("'integrationUri' names no function: " + uri);
    }
    Duration timeout =
        inputs
            .optionalWhole("timeoutMilliseconds")
            .map(Duration::ofMillis)
            .orElse(LambdaIntegration.LONGEST);
    context
        .apis()
        .addIntegration(
            inputs.string("apiId"), id, new LambdaIntegration(function.group(1), timeout));
  }
}
