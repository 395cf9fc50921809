package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.HealthCheck;
import com.globalbooking.local.routing.HealthCheck.Kind;
import com.globalbooking.local.routing.HealthCheck.WithoutData;
import com.globalbooking.local.routing.HealthChecks;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** {@code aws:route53/healthCheck:HealthCheck}: of an endpoint, of an alarm, or calculated. */
final class Route53HealthCheck implements ResourceHandler {
  static final String TYPE = "aws:route53/healthCheck:HealthCheck";

  private static final String THRESHOLD = "childHealthThreshold";

  private final HealthChecks checks;

  Route53HealthCheck(HealthChecks checks) {
    this.checks = checks;
  }

  @Override
  public Created create(Resource resource) {
    // As in AWS another one each time, so that one can be replaced before it is deleted.
    String id = UUID.randomUUID().toString();
    checks.create(id, check(resource.inputs(), threshold(resource.inputs())));
    return new Created(id, computed(id));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("type", "requestInterval", "measureLatency", "referenceName");
  }

  /** As the provider does, changes only what the program changed: a drained Region stays so. */
  @Override
  public Fields update(Existing existing, Resource wanted) {
    boolean sameThreshold =
        Objects.equals(
            existing.inputs().optionalWhole(THRESHOLD), wanted.inputs().optionalWhole(THRESHOLD));
    checks.update(
        existing.id(),
        now -> {
          int threshold =
              sameThreshold && now.kind() instanceof Kind.Calculated calculated
                  ? calculated.threshold()
                  : threshold(wanted.inputs());
          return check(wanted.inputs(), threshold);
        });
    return computed(existing.id());
  }

  @Override
  public void delete(Existing existing) {
    checks.delete(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return checks.status(existing.id()).isPresent();
  }

  private static Fields computed(String id) {
    return PropertyValue.fields(Map.of("arn", "arn:aws:route53:::healthcheck/" + id));
  }

  private static int threshold(Inputs inputs) {
    return inputs.optionalWhole(THRESHOLD).map(Math::toIntExact).orElse(0);
  }

  private static HealthCheck check(Inputs inputs, int threshold) {
    return new HealthCheck(
        kind(inputs, threshold), inputs.flag("invertHealthcheck"), inputs.flag("disabled"));
  }

  private static Kind kind(Inputs inputs, int threshold) {
    String type = inputs.string("type");
    return switch (type) {
      case "HTTP", "HTTPS" ->
          new Kind.Endpoint(
              type,
              inputs.string("fqdn"),
              inputs
                  .optionalWhole("port")
                  .map(Math::toIntExact)
                  .orElse(type.equals("HTTPS") ? 443 : 80),
              inputs.optionalString("resourcePath").orElse("/"),
              interval(inputs),
              inputs.optionalWhole("failureThreshold").map(Math::toIntExact).orElse(3));
      case "CLOUDWATCH_METRIC" ->
          new Kind.Metric(
              new RegionName(inputs.string("cloudwatchAlarmRegion")),
              inputs.string("cloudwatchAlarmName"),
              inputs
                  .optionalString("insufficientDataHealthStatus")
                  .map(WithoutData::parse)
                  .orElse(WithoutData.LAST_KNOWN_STATUS));
      case "CALCULATED" -> new Kind.Calculated(inputs.strings("childHealthchecks"), threshold);
      default ->
          throw new IllegalArgumentException(
              "local Regions do not evaluate health checks of the type " + type);
    };
  }

  private static Duration interval(Inputs inputs) {
    long seconds = inputs.optionalWhole("requestInterval").orElse(30L);
    if (seconds != 10 && seconds != 30) {
      throw new IllegalArgumentException("'requestInterval' must be 10 or 30, not " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }
}
