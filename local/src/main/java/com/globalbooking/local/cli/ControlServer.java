package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control channel of running Regions: loopback HTTP, guarded by a secret that only the user who
 * started them can read.
 */
final class ControlServer implements AutoCloseable {
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);

  private final LocalRegions local;
  private final Runnable stop;
  private final String secret = HexFormat.of().formatHex(random(32));
  private final ObjectMapper json = new ObjectMapper();
  private final LoopbackServer server;

  private ControlServer(LocalRegions local, Runnable stop) {
    this.local = local;
    this.stop = stop;
    server = LoopbackServer.start(0, this::answer);
  }

  /**
   * @param stop called when {@code scripts/local down} asks for the end
   */
  static ControlServer start(LocalRegions local, Runnable stop) {
    return new ControlServer(local, stop);
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
      send(exchange, 200, carryOut(command, parameters(exchange.getRequestURI().getRawQuery())));
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

  private Object carryOut(String command, Map<String, String> parameters) {
    return switch (command) {
      case "status" -> StatusReport.of(local);
      case "outputs" -> local.outputs(region(parameters, "region"));
      case "token" ->
          Map.of(
              "token",
              local.token(required(parameters, "sub"), required(parameters, "scope"), TOKEN_LIFE));
      case "fault" -> Map.of("message", fault(parameters));
      case "pms" -> PmsSummary.carryOut(local.pms(), parameters);
      case "logs" -> local.logFiles(required(parameters, "function"));
      case "audit" ->
          OperationsReport.started(
              local.region(optionalRegion(parameters).orElse(local.regions().getFirst())));
      case "executions" -> OperationsReport.runs(local, optionalRegion(parameters));
      case "execution" ->
          OperationsReport.run(local, optionalRegion(parameters), required(parameters, "name"));
      case "alarms" -> OperationsReport.alarms(local, optionalRegion(parameters));
      case "down" -> Map.of();
      default -> throw new IllegalArgumentException("There is no command '" + command + "'.");
    };
  }

  private String fault(Map<String, String> parameters) {
    return new Faults(local)
        .carryOut(
            required(parameters, "action"),
            region(parameters, "region"),
            required(parameters, "to"),
            required(parameters, "value"));
  }

  private RegionName region(Map<String, String> parameters, String name) {
    RegionName region = new RegionName(required(parameters, name));
    if (!local.regions().contains(region)) {
      throw new IllegalArgumentException(
          "There is no Region %s here; there are %s.".formatted(region, local.regions()));
    }
    return region;
  }

  private Optional<RegionName> optionalRegion(Map<String, String> parameters) {
    return parameters.containsKey("region")
        ? Optional.of(region(parameters, "region"))
        : Optional.empty();
  }

  private static String required(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' is missing.");
    }
    return value;
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
