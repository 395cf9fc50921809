package com.globalbooking.local.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Invoke, on the function hosts of the Regions. Synchronous invocations only; a function
 * is named by its name or ARN, and a version or alias of it by a qualifier.
 */
public final class LambdaService implements AwsService {
  private static final Pattern INVOKE =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations/?");
  private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([^&]+)");
  private static final String SYNCHRONOUS = "RequestResponse";

  private final Function<RegionName, Optional<FunctionInvoker>> hosts;

  /**
   * @param hosts who runs the functions of a Region; empty where there is no such Region
   */
  public LambdaService(Function<RegionName, Optional<FunctionInvoker>> hosts) {
    this.hosts = hosts;
  }

  @Override
  public String signingName() {
    return "lambda";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    return List.of(new Permission("lambda:InvokeFunction", arn(request)));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    String type =
        Objects.requireNonNullElse(
            request.headers().getFirst("X-Amz-Invocation-Type"), SYNCHRONOUS);
    if (!type.equals(SYNCHRONOUS)) {
      throw new AwsFault(
          400,
          "InvalidParameterValueException",
          "local Regions run synchronous invocations only, not " + type);
    }
    FunctionInvoker host = hosts.apply(request.region()).orElseThrow(() -> noSuchFunction(request));
    return switch (host.invoke(function(request).suffix(), request.body())) {
      case InvocationResult.Succeeded(byte[] payload) -> invoked(payload);
      case InvocationResult.Failed(String _, byte[] payload) ->
          invoked(payload).with("X-Amz-Function-Error", "Unhandled");
      case InvocationResult.TimedOut() ->
          invoked(
                  ErrorObject.json("Sandbox.Timedout", "the function did not answer in time")
                      .getBytes(StandardCharsets.UTF_8))
              .with("X-Amz-Function-Error", "Unhandled");
      case InvocationResult.Throttled() ->
          throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
      case InvocationResult.NoSuchFunction() -> throw noSuchFunction(request);
    };
  }

  @Override
  public Answer shape(AwsFault fault) {
    String code = fault.code();
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", fault.status() < 500 ? "User" : "Service")
            .put("Message", fault.sentence())
            .toString();
    return Answer.json(fault.status(), json).with("x-amzn-ErrorType", code);
  }

  private static Answer invoked(byte[] payload) {
    Map<String, List<String>> headers =
        Map.of(
            "Content-Type", List.of("application/json"),
            "X-Amz-Executed-Version", List.of("$LATEST"));
    return new Answer(200, headers, payload);
  }

  private static String arn(AwsRequest request) throws AwsFault {
    return "arn:aws:lambda:%s:%s:function:%s"
        .formatted(request.region(), request.accountId(), function(request));
  }

  private static AwsFault noSuchFunction(AwsRequest request) {
    try {
      return new AwsFault(404, "ResourceNotFoundException", "Function not found: " + arn(request));
    } catch (AwsFault malformed) {
      return malformed;
    }
  }

  /** What the path names; a qualifier stands in the name, the ARN or the query. */
  private static FunctionReference function(AwsRequest request) throws AwsFault {
    Matcher path = INVOKE.matcher(request.target().getRawPath());
    if (!request.method().equals("POST") || !path.matches()) {
      throw new AwsFault(
          404,
          "UnknownOperationException",
          "local Regions know no Lambda operation but Invoke (POST " + INVOKE.pattern() + ")");
    }
    var named = FunctionReference.of(URLDecoder.decode(path.group(1), StandardCharsets.UTF_8));
    Matcher query = QUALIFIER.matcher(Objects.requireNonNullElse(request.target().getQuery(), ""));
    return query.find() ? new FunctionReference(named.name(), query.group(1)) : named;
  }
}
