package com.globalbooking.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsClient;
import com.globalbooking.domain.pms.PmsName;

/** Tells each PMS in the way that its connection is configured for. */
public final class HttpPmsClient implements PmsClient {
  private final PmsConnections connections;
  private final JsonIntegration json;
  private final OpenTravelIntegration openTravel;

  public HttpPmsClient(PmsConnections connections, SignedHttp http) {
    this.connections = connections;
    this.json = new JsonIntegration(http);
    this.openTravel = new OpenTravelIntegration(http);
  }

  @Override
  public Answer push(PmsName pms, OfBooking event) {
    return connections
        .find(pms)
        .map(connection -> integration(connection).push(connection, event))
        .orElseGet(() -> new Answer.TryAgain("the connection is not configured"));
  }

  private Integration integration(PmsConnection connection) {
    return switch (connection.integration()) {
      case JSON -> json;
      case OPENTRAVEL -> openTravel;
    };
  }
}
