package com.globalbooking.stack.booking;

import java.net.URI;
import java.util.List;

/**
 * Who signs the tokens of this deployment, when that is not a user pool of its own.
 *
 * @param url the issuer; its keys are found by OpenID Connect discovery
 * @param audiences a token must name one of these; at least one
 */
public record IssuerSettings(URI url, List<String> audiences) {
  public IssuerSettings {
    audiences = List.copyOf(audiences);
  }
}
