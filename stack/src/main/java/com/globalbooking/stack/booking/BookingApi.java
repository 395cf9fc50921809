package com.globalbooking.stack.booking;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.Metric;
import com.globalbooking.contract.Route;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.inputs.ApiCorsConfigurationArgs;
import com.pulumi.aws.apigatewayv2.inputs.AuthorizerJwtConfigurationArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The HTTP API of a Region: the contract's routes, each behind its scope, in front of the fleet.
 */
public final class BookingApi extends ComponentResource {

  /**
   * @param functions every function that a route of the contract names
   * @param corsAllowOrigins origins of pages that may call the API; when there is none, browsers
   *     keep pages from calling it
   * @param ownAddress whether the API answers at the address that AWS gives it; not where guests
   *     have a name for it, or that name could be gone round
   * @param logRetentionDays how long access logs are kept, in days
   */
  public record Args(
      Names names,
      Map<Function, FunctionHandle> functions,
      TokenIssuer tokenIssuer,
      Throttling throttling,
      List<String> corsAllowOrigins,
      boolean ownAddress,
      int logRetentionDays) {

    /**
     * @throws IllegalArgumentException when a route has no function
     */
    public Args {
      functions = Map.copyOf(functions);
      corsAllowOrigins = List.copyOf(corsAllowOrigins);
      for (Route route : Route.values()) {
        if (!functions.containsKey(route.function())) {
          throw new IllegalArgumentException("No function for " + route.key());
        }
      }
    }

    private FunctionHandle function(Function function) {
      return Objects.requireNonNull(functions.get(function));
    }
  }

  private static final String TYPE = "global-booking:booking:BookingApi";

  /** Metric of requests that are refused because there are too many. */
  public static final String THROTTLED_METRIC = "ThrottledRequests";

  /** Base URL at the address that AWS gives the API, without a slash at the end. */
  public final Output<String> endpoint;

  /** Id that its metrics are published under. */
  public final Output<String> apiId;

  /** The one stage, once it is there. */
  public final Output<String> stageName;

  private final String name;
  private final CustomResourceOptions child;

  /** Registers the API. */
  public BookingApi(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.child = CustomResourceOptions.builder().parent(this).build();

    var api = new Api(name, apiArgs(args), child);
    Authorizer authorizer = authorizer(api, args.tokenIssuer());
    List<Resource> routes = new ArrayList<>();
    for (Function function : Function.values()) {
      List<Route> routesOf = routesOf(function);
      if (!routesOf.isEmpty()) {
        Integration integration = integration(api, function, args.function(function));
        routesOf.forEach(
            route -> routes.add(route(api, authorizer, args.tokenIssuer(), integration, route)));
      }
    }
    var stage =
        new ApiStage(
            name + "-stage",
            new ApiStage.Args(
                args.names(), api.id(), args.throttling(), routes, args.logRetentionDays()),
            ComponentResourceOptions.builder().parent(this).build());

    endpoint = api.apiEndpoint();
    apiId = api.id();
    stageName = stage.stageName;
    registerOutputs(Map.of("endpoint", endpoint));
  }

  private static ApiArgs apiArgs(Args args) {
    ApiArgs.Builder builder =
        ApiArgs.builder()
            .name(args.names().prefix())
            .protocolType("HTTP")
            // Or a record of type AAAA would lead to nothing.
            .ipAddressType("dualstack")
            .disableExecuteApiEndpoint(!args.ownAddress())
            .tags(args.names().tags(args.names().prefix()));
    if (!args.corsAllowOrigins().isEmpty()) {
      builder.corsConfiguration(
          ApiCorsConfigurationArgs.builder()
              .allowOrigins(args.corsAllowOrigins())
              .allowMethods("GET", "POST", "PUT")
              .allowHeaders("authorization", "content-type", "idempotency-key")
              .exposeHeaders("retry-after", "x-availability-source")
              .maxAge(3600)
              .build());
    }
    return builder.build();
  }

  private Authorizer authorizer(Api api, TokenIssuer issuer) {
    return new Authorizer(
        name + "-authorizer",
        AuthorizerArgs.builder()
            .apiId(api.id())
            .name("token")
            .authorizerType("JWT")
            .identitySources("$request.header.Authorization")
            .jwtConfiguration(
                AuthorizerJwtConfigurationArgs.builder()
                    .issuer(issuer.url())
                    .audiences(issuer.audiences())
                    .build())
            .build(),
        child);
  }

  /** Sends requests to a function, with leave for this API to call it. */
  private Integration integration(Api api, Function function, FunctionHandle handle) {
    new Permission(
        name + "-" + function.id() + "-permission",
        PermissionArgs.builder()
            .action("lambda:InvokeFunction")
            .function(handle.name())
            .qualifier(handle.alias())
            .principal("apigateway.amazonaws.com")
            .sourceArn(Output.format("%s/*/*", api.executionArn()))
            .build(),
        child);
    return new Integration(
        name + "-" + function.id(),
        IntegrationArgs.builder()
            .apiId(api.id())
            .integrationType("AWS_PROXY")
            .integrationUri(handle.invokeArn())
            .payloadFormatVersion("2.0")
            .build(),
        child);
  }

  private Resource route(
      Api api, Authorizer authorizer, TokenIssuer issuer, Integration integration, Route route) {
    RouteArgs.Builder builder =
        RouteArgs.builder()
            .apiId(api.id())
            .routeKey(route.key())
            .target(Output.format("integrations/%s", integration.id()));
    route
        .scope()
        .map(issuer::scope)
        .ifPresentOrElse(
            scope ->
                builder
                    .authorizationType("JWT")
                    .authorizerId(authorizer.id())
                    .authorizationScopes(scope),
            () -> builder.authorizationType("NONE"));
    return new com.pulumi.aws.apigatewayv2.Route(
        name + "-" + logicalName(route), builder.build(), child);
  }

  /** Namespace of what the API's log is counted into; another for each environment. */
  public static String metricNamespace(Names names) {
    return Metric.NAMESPACE + "/" + names.environment();
  }

  private static List<Route> routesOf(Function function) {
    return Arrays.stream(Route.values()).filter(route -> route.function() == function).toList();
  }

  private static String logicalName(Route route) {
    return route.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
