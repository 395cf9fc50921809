package com.globalbooking.stack.booking;

import com.globalbooking.contract.Scope;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.cognito.ResourceServer;
import com.pulumi.aws.cognito.ResourceServerArgs;
import com.pulumi.aws.cognito.UserPoolArgs;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.aws.cognito.inputs.ResourceServerScopeArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAdminCreateUserConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An issuer of tokens for whoever tries the product and has none: one client, which gets every
 * scope by its id and secret. All who use it are one and the same guest, so it is not for
 * production.
 */
public final class UserPool extends ComponentResource {

  /** What the pool is named after. */
  public record Args(Names names, Account account) {}

  private static final String TYPE = "global-booking:booking:UserPool";

  /** Cognito puts the resource server's name before each scope. */
  private static final String RESOURCE_SERVER = "global-booking";

  /** What stands before the contract's scopes in a token of such a pool. */
  static final String SCOPE_PREFIX = RESOURCE_SERVER + "/";

  /** The issuer that the API accepts. */
  public final TokenIssuer issuer;

  /** URL that a client gets tokens from. */
  public final Output<String> tokenEndpoint;

  /** Id of the client. */
  public final Output<String> clientId;

  /** Its secret; in the state and in the outputs as a secret. */
  public final Output<String> clientSecret;

  private final String name;
  private final Names names;
  private final CustomResourceOptions child;

  /** Registers the pool. */
  public UserPool(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.names = args.names();
    this.child = CustomResourceOptions.builder().parent(this).build();

    var pool =
        new com.pulumi.aws.cognito.UserPool(
            name + "-pool",
            UserPoolArgs.builder()
                .name(names.prefix())
                .deletionProtection("INACTIVE")
                .adminCreateUserConfig(
                    UserPoolAdminCreateUserConfigArgs.builder()
                        .allowAdminCreateUserOnly(true)
                        .build())
                .tags(names.tags(names.prefix()))
                .build(),
            child);
    ResourceServer scopes = resourceServer(pool.id());
    UserPoolClient client = client(pool.id(), scopes);
    // The prefix is one for the whole world; the account makes it ours.
    var domain =
        new UserPoolDomain(
            name + "-domain",
            UserPoolDomainArgs.builder()
                .domain(Output.format("%s-%s", names.prefix(), args.account().id()))
                .userPoolId(pool.id())
                .build(),
            child);

    issuer = issuer(pool.id(), client.id(), names.region().value());
    tokenEndpoint =
        Output.format(
            "https://%s.auth.%s.amazoncognito.com/oauth2/token", domain.domain(), names.region());
    clientId = client.id();
    clientSecret = client.clientSecret().asSecret();
    registerOutputs(Map.of("clientId", clientId));
  }

  private static TokenIssuer issuer(Output<String> poolId, Output<String> client, String region) {
    return new TokenIssuer(
        Output.format("https://cognito-idp.%s.amazonaws.com/%s", region, poolId),
        // Its tokens have no audience; API Gateway then looks at the client's id.
        client.applyValue(List::of),
        SCOPE_PREFIX);
  }

  private ResourceServer resourceServer(Output<String> poolId) {
    return new ResourceServer(
        name + "-scopes",
        ResourceServerArgs.builder()
            .identifier(RESOURCE_SERVER)
            .name(names.prefix())
            .userPoolId(poolId)
            .scopes(
                Arrays.stream(Scope.values())
                    .map(
                        scope ->
                            ResourceServerScopeArgs.builder()
                                .scopeName(scope.value())
                                .scopeDescription(scope.value())
                                .build())
                    .toList())
            .build(),
        child);
  }

  private UserPoolClient client(Output<String> poolId, ResourceServer scopes) {
    return new UserPoolClient(
        name + "-client",
        UserPoolClientArgs.builder()
            .name(names.prefix())
            .userPoolId(poolId)
            .generateSecret(true)
            .allowedOauthFlowsUserPoolClient(true)
            .allowedOauthFlows("client_credentials")
            .allowedOauthScopes(
                Arrays.stream(Scope.values()).map(scope -> SCOPE_PREFIX + scope.value()).toList())
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(scopes)
            .additionalSecretOutputs("clientSecret")
            .build());
  }
}
