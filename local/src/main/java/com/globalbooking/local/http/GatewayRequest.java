package com.globalbooking.local.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A request as the front received it.
 *
 * @param rawPath as sent, still encoded
 * @param rawQuery as sent, without the question mark; empty for none
 * @param headers lower-case names; several values joined by commas
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
record GatewayRequest(
    String id,
    Instant received,
    String method,
    String rawPath,
    String rawQuery,
    String protocol,
    String sourceIp,
    Map<String, String> headers,
    List<String> cookies,
    byte[] body) {

  static GatewayRequest of(HttpExchange exchange, byte[] body, Instant received) {
    String query = exchange.getRequestURI().getRawQuery();
    String sourceIp = exchange.getRemoteAddress().getAddress().getHostAddress();
    return new GatewayRequest(
        UUID.randomUUID().toString(),
        received,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        exchange.getProtocol(),
        sourceIp,
        joined(exchange, sourceIp),
        cookies(exchange.getRequestHeaders()),
        body);
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  private static Map<String, String> joined(HttpExchange exchange, String sourceIp) {
    var joined = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> joined.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    joined.remove("connection");
    joined.put("x-forwarded-for", sourceIp);
    joined.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    joined.put("x-forwarded-proto", "http");
    return joined;
  }

  private static List<String> cookies(Headers headers) {
    return headers.getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split(";", -1)).stream())
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }
}
