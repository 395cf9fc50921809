package com.globalbooking.local.pms;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /properties/P/reservations?from=D&to=D}: what does the hotel know?
 *
 * @param from first night
 * @param to last night
 */
record StatementRequest(String propertyId, LocalDate from, LocalDate to) {
  private static final Pattern PATH = Pattern.compile("/properties/([^/]+)/reservations");
  private static final Pattern QUERY =
      Pattern.compile("from=([0-9]{4}-[0-9]{2}-[0-9]{2})&to=([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /** The statement that is asked for; empty when it is not one that can be given. */
  static Optional<StatementRequest> of(HttpExchange exchange) {
    URI target = exchange.getRequestURI();
    Matcher path = PATH.matcher(target.getRawPath());
    Matcher query = QUERY.matcher(target.getRawQuery() == null ? "" : target.getRawQuery());
    if (!exchange.getRequestMethod().equals("GET") || !path.matches() || !query.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StatementRequest(
              URLDecoder.decode(path.group(1), StandardCharsets.UTF_8),
              LocalDate.parse(query.group(1)),
              LocalDate.parse(query.group(2))));
    } catch (DateTimeException | IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
