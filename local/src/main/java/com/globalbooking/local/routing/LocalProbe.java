package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.PassThrough;
import com.globalbooking.local.routing.ApiGateways.Destination;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.time.Duration;

/**
 * Asks endpoints on this machine: one checker, where Route 53 has some sixteen, and without TLS,
 * whose certificates Route 53 does not validate either.
 */
final class LocalProbe implements EndpointProbe, AutoCloseable {
  /** Four seconds to connect and two to answer, as Route 53 allows. */
  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  private static final byte[] NO_BODY = {};

  private final ApiGateways gateways;
  private final RegionName checker;
  private final PassThrough onward = new PassThrough();

  /**
   * @param checker the Region that it asks from
   */
  LocalProbe(ApiGateways gateways, RegionName checker) {
    this.gateways = gateways;
    this.checker = checker;
  }

  @Override
  public boolean isWell(HealthCheck.Kind.Endpoint endpoint) throws InterruptedException {
    if (!(gateways.follow(endpoint.domainName(), endpoint.path(), checker)
        instanceof Destination.Api api)) {
      return false;
    }
    try {
      int status = onward.send(api.address(), "GET", new Headers(), NO_BODY, TIMEOUT).status();
      return status >= 200 && status < 400;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  @Override
  public void close() {
    onward.close();
  }
}
