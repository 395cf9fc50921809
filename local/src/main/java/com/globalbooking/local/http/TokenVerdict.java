package com.globalbooking.local.http;

import java.util.List;
import java.util.Map;

/** What an authorizer thinks of a request. */
sealed interface TokenVerdict {

  /**
   * A good token with a scope that the route takes.
   *
   * @param claims as API Gateway hands them to functions: text only
   * @param scopes those of the token that the route asks for
   */
  record Accepted(Map<String, String> claims, List<String> scopes) implements TokenVerdict {}

  /**
   * No token, or a bad one.
   *
   * @param reason for the log; callers get no more than {@code invalid_token}
   */
  record Unauthorized(String reason) implements TokenVerdict {}

  /** A good token without a scope that the route takes. */
  record Forbidden(String reason) implements TokenVerdict {}
}
