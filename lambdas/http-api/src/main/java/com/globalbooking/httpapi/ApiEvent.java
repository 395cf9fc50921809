package com.globalbooking.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.Route;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.Region;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as API Gateway hands it to a function (payload format 2.0). Holds the guest's data and
 * token: never logged.
 */
public final class ApiEvent {
  private static final String FORWARDED_FROM = "forwardedFrom";

  private final ObjectNode event;

  private ApiEvent(ObjectNode event) {
    this.event = event;
  }

  /**
   * Reads one event.
   *
   * @throws IOException if it is not a JSON object
   */
  public static ApiEvent read(InputStream input) throws IOException {
    if (Json.event(input) instanceof ObjectNode object) {
      return new ApiEvent(object);
    }
    throw new IOException("the event is not a JSON object");
  }

  /** A request on {@code route} by nobody, as a function sends to itself to warm up. */
  public static ApiEvent of(Route route) {
    return new ApiEvent(Json.object().put("routeKey", route.key()));
  }

  /** This request with a value for a parameter of the path. */
  public ApiEvent withPathParameter(String name, String value) {
    ObjectNode copy = event.deepCopy();
    copy.withObjectProperty("pathParameters").put(name, value);
    return new ApiEvent(copy);
  }

  /** The route it came by; empty when it is none of ours. */
  public Optional<Route> route() {
    String key = event.path("routeKey").asText("");
    return Arrays.stream(Route.values()).filter(route -> route.key().equals(key)).findFirst();
  }

  /** A parameter of the path, decoded. */
  public Optional<String> pathParameter(String name) {
    return text(event.path("pathParameters").path(name));
  }

  /** A parameter of the query, decoded; repeated ones are joined by a comma. */
  public Optional<String> queryParameter(String name) {
    return text(event.path("queryStringParameters").path(name));
  }

  /** A header, whatever the case of its name; repeated ones are joined by a comma. */
  public Optional<String> header(String name) {
    JsonNode headers = event.path("headers");
    return text(headers.path(name.toLowerCase(Locale.ROOT)))
        .or(
            () ->
                headers
                    .propertyStream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .flatMap(header -> text(header.getValue())));
  }

  /** Who asks: the subject of the token that the authorizer checked. */
  public Optional<GuestId> caller() {
    return text(event.at("/requestContext/authorizer/jwt/claims/sub"))
        .filter(subject -> !subject.isEmpty() && subject.length() <= 256)
        .map(GuestId::new);
  }

  /** The body as it stands in the event. */
  Optional<String> body() {
    return text(event.path("body"));
  }

  /** Whether the body in the event is Base64. */
  boolean bodyIsBase64() {
    return event.path("isBase64Encoded").asBoolean(false);
  }

  /** Whether another Region's function sent this here. Clients cannot set stage variables. */
  public boolean isForwarded() {
    return event.path("stageVariables").has(FORWARDED_FROM);
  }

  /** This request as {@code from} sends it on to another Region, in JSON. */
  public String forwardedBy(Region from) {
    ObjectNode copy = event.deepCopy();
    copy.putObject("stageVariables").put(FORWARDED_FROM, from.code());
    return copy.toString();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
