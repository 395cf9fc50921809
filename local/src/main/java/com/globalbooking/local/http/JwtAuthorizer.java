package com.globalbooking.local.http;

import java.net.URI;
import java.util.List;

/**
 * A JWT authorizer as declared; the token is taken from the {@code Authorization} header.
 *
 * @param issuer the exact {@code iss} of good tokens; its discovery document names the keys
 * @param audience a token's {@code aud} or {@code client_id} must be one of these
 */
public record JwtAuthorizer(URI issuer, List<String> audience) {
  public JwtAuthorizer {
    audience = List.copyOf(audience);
  }
}
