package com.globalbooking.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.http.RouteTable.Match;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the event that a function gets for a request: payload format 2.0. */
final class ProxyEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private ProxyEvent() {}

  static byte[] of(
      GatewayRequest request,
      Match match,
      Optional<TokenVerdict.Accepted> token,
      HttpApiDefinition api,
      Stage stage) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().routeKey());
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      request.cookies().forEach(event.putArray("cookies")::add);
    }
    putAll(event.putObject("headers"), request.headers());
    putUnlessEmpty(event, "queryStringParameters", queryParameters(request.rawQuery()));
    event.set("requestContext", context(request, match, token, api, stage));
    putUnlessEmpty(event, "pathParameters", match.pathParameters());
    putUnlessEmpty(event, "stageVariables", stage.variables());
    putBody(event, request);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode context(
      GatewayRequest request,
      Match match,
      Optional<TokenVerdict.Accepted> token,
      HttpApiDefinition api,
      Stage stage) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", api.accountId());
    context.put("apiId", api.apiId());
    token.ifPresent(
        accepted -> {
          ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
          putAll(jwt.putObject("claims"), accepted.claims());
          if (match.route().scopes().isEmpty()) {
            jwt.putNull("scopes");
          } else {
            accepted.scopes().forEach(jwt.putArray("scopes")::add);
          }
        });
    String domain = request.header("host").orElse("");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("[.:]", 2)[0]);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.rawPath())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", request.id());
    context.put("routeKey", match.route().routeKey());
    context.put("stage", stage.name());
    context.put("time", time(request));
    context.put("timeEpoch", request.received().toEpochMilli());
    return context;
  }

  /** The time of a request as {@code $context.requestTime} gives it. */
  static String time(GatewayRequest request) {
    return TIME.format(request.received().atOffset(ZoneOffset.UTC));
  }

  private static void putBody(ObjectNode event, GatewayRequest request) {
    boolean text = isText(request.header("content-type"));
    if (request.body().length > 0) {
      event.put(
          "body",
          text
              ? new String(request.body(), StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
    }
    event.put("isBase64Encoded", !text && request.body().length > 0);
  }

  /** The types that API Gateway hands over as text; a body without a type is one of them. */
  private static boolean isText(Optional<String> contentType) {
    if (contentType.isEmpty()) {
      return true;
    }
    String type = contentType.get().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml")
        || type.endsWith("+json")
        || type.endsWith("+xml");
  }

  private static Map<String, String> queryParameters(String rawQuery) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? decode(parts[1]) : "";
        parameters.merge(decode(parts[0]), value, (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      putAll(event.putObject(name), values);
    }
  }

  private static void putAll(ObjectNode object, Map<String, String> values) {
    values.forEach(object::put);
  }
}
