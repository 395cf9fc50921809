package com.globalbooking.local.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers by name, in the spelling to send
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  public Answer {
    var copy = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = copy;
  }

  /** An answer of JSON text. */
  public static Answer json(int status, String json) {
    return json(status, json.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of JSON text in UTF-8. */
  public static Answer json(int status, byte[] json) {
    return new Answer(status, Map.of("Content-Type", List.of("application/json")), json);
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), NOTHING);
  }

  /** The same answer with a header set. */
  public Answer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, List.of(value));
    return new Answer(status, more, body);
  }

  /** Sends this answer and ends the exchange. */
  public void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    boolean none = body.length == 0 || "HEAD".equals(exchange.getRequestMethod()) || status == 204;
    exchange.sendResponseHeaders(status, none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
