package com.globalbooking.stack.booking;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.StackReference;
import com.pulumi.resources.StackReferenceArgs;
import java.util.List;
import java.util.Optional;

/**
 * Where the tokens come from that the API accepts: an issuer that the configuration names, or a
 * user pool of this deployment, which its primary Region keeps for all.
 *
 * @param endpoint where a client gets one; empty where that is the issuer's business
 * @param clientId id of the client
 * @param clientSecret its secret
 */
public record TokenSource(
    TokenIssuer issuer,
    Output<String> endpoint,
    Output<String> clientId,
    Output<String> clientSecret) {

  /**
   * The source of a deployment.
   *
   * @param settings the issuer that the configuration names, if it names one
   * @param primaryStack full name of the primary Region's stack; empty in that stack itself
   */
  public static TokenSource of(
      Optional<IssuerSettings> settings,
      Names names,
      Account account,
      Optional<String> primaryStack,
      ComponentResourceOptions options) {
    if (settings.isPresent()) {
      return new TokenSource(
          TokenIssuer.of(settings.get()), Output.of(""), Output.of(""), Output.of(""));
    }
    if (primaryStack.isPresent()) {
      return ofStack(primaryStack.get());
    }
    var pool = new UserPool("user-pool", new UserPool.Args(names, account), options);
    return new TokenSource(pool.issuer, pool.tokenEndpoint, pool.clientId, pool.clientSecret);
  }

  private static TokenSource ofStack(String primaryStack) {
    var primary =
        new StackReference(
            "user-pool-primary",
            StackReferenceArgs.builder().name(primaryStack).build(),
            CustomResourceOptions.Empty);
    Output<String> clientId = text(primary, StackOutput.TOKEN_CLIENT_ID);
    return new TokenSource(
        new TokenIssuer(
            text(primary, StackOutput.JWT_ISSUER),
            clientId.applyValue(List::of),
            UserPool.SCOPE_PREFIX),
        text(primary, StackOutput.TOKEN_ENDPOINT),
        clientId,
        text(primary, StackOutput.TOKEN_CLIENT_SECRET).asSecret());
  }

  private static Output<String> text(StackReference primary, String output) {
    return primary.requireOutput(output).applyValue(String::valueOf);
  }
}
