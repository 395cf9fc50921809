package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.loopback.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control channel of running Regions: loopback HTTP, guarded by a secret that only the user who
 * started them can read.
 */
final class ControlServer implements AutoCloseable {
  /** What can be asked of them. */
  @FunctionalInterface
  interface Commands {
    /**
     * Carries out a command.
     *
     * @return the answer, ready for JSON
     * @throws IllegalArgumentException with a sentence, when it cannot be understood
     */
    Object carryOut(String command, Map<String, String> parameters);
  }

  private final Commands commands;
  private final Runnable stop;
  private final String secret = HexFormat.of().formatHex(random(32));
  private final ObjectMapper json = new ObjectMapper();
  private final LoopbackServer server;

  private ControlServer(Commands commands, Runnable stop) {
    this.commands = commands;
    this.stop = stop;
    server = LoopbackServer.start(0, this::answer);
  }

  /**
   * @param stop called when {@code scripts/local down} asks for the end
   */
  static ControlServer start(Commands commands, Runnable stop) {
    return new ControlServer(commands, stop);
  }

  RunningRegions running() {
    return new RunningRegions(ProcessHandle.current().pid(), server.uri(), secret);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean down = false;
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      if (authorized(exchange)) {
        answer(exchange, path);
        down = path.equals("down");
      } else {
        send(exchange, 401, Map.of("error", "Wrong secret."));
      }
    }
    if (down) {
      stop.run(); // only now: who asked has the answer
    }
  }

  private void answer(HttpExchange exchange, String command) throws IOException {
    try {
      Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
      // Whoever stops us wants no answer but that it was heard.
      Object answer = command.equals("down") ? Map.of() : commands.carryOut(command, parameters);
      send(exchange, 200, answer);
    } catch (IllegalArgumentException nonsense) {
      send(exchange, 400, Map.of("error", String.valueOf(nonsense.getMessage())));
    }
  }

  private boolean authorized(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parameters(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private void send(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] body = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Override
  public void close() {
    server.close();
  }
}
