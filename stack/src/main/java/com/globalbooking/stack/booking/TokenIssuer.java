package com.globalbooking.stack.booking;

import java.net.URI;
import java.util.List;

/**
 * Who signs the tokens that the API accepts.
 *
 * @param url the issuer; its keys are found by OpenID Connect discovery
 * @param audiences a token must name one of these; at least one
 */
public record TokenIssuer(URI url, List<String> audiences) {
  public TokenIssuer {
    audiences = List.copyOf(audiences);
  }
}
