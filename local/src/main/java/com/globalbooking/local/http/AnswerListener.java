package com.globalbooking.local.http;

import java.time.Duration;
import java.util.Optional;

/** Is told of each answer of an API, before it is sent; must be short and must not throw. */
@FunctionalInterface
public interface AnswerListener {

  /**
   * An answer.
   *
   * @param routeKey of the route that answered; empty when no route was found
   * @param took from the request to the answer
   */
  record Answered(
      String apiId, String stage, Optional<String> routeKey, int status, Duration took) {}

  /** An API answered on a stage. */
  void answered(Answered answer);
}
