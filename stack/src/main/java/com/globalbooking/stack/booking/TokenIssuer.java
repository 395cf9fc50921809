package com.globalbooking.stack.booking;

import com.globalbooking.contract.Scope;
import com.pulumi.core.Output;
import java.util.List;

/**
 * Who signs the tokens that the API accepts.
 *
 * @param url the issuer; its keys are found by OpenID Connect discovery
 * @param audiences a token must name one of these; at least one
 * @param scopePrefix what stands before the contract's scopes in a token; mostly nothing
 */
public record TokenIssuer(Output<String> url, Output<List<String>> audiences, String scopePrefix) {

  /** The issuer that the configuration names. */
  public static TokenIssuer of(IssuerSettings settings) {
    return new TokenIssuer(
        Output.of(settings.url().toString()), Output.of(settings.audiences()), "");
  }

  /** A scope as it stands in a token. */
  String scope(Scope scope) {
    return scopePrefix + scope.value();
  }
}
