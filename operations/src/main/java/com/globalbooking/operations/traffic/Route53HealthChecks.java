package com.globalbooking.operations.traffic;

import com.globalbooking.operations.RefusedException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.NoSuchHealthCheckException;

/** Health checks as Route 53 keeps them. */
public final class Route53HealthChecks implements HealthChecks {
  private final Route53Client route53;

  public Route53HealthChecks(Route53Client route53) {
    this.route53 = route53;
  }

  @Override
  public Check get(String id) {
    try {
      HealthCheckConfig check =
          route53.getHealthCheck(it -> it.healthCheckId(id)).healthCheck().healthCheckConfig();
      return new Check(check.childHealthChecks().size(), check.healthThreshold());
    } catch (NoSuchHealthCheckException gone) {
      throw new RefusedException(
          "Route 53 has no health check %s: scripts/up makes it again.".formatted(id), gone);
    }
  }

  @Override
  public void setThreshold(String id, int threshold) {
    route53.updateHealthCheck(it -> it.healthCheckId(id).healthThreshold(threshold));
  }
}
