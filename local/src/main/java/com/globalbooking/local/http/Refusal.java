package com.globalbooking.local.http;

import com.globalbooking.local.loopback.Answer;

/** What API Gateway answers by itself, in its own words. */
enum Refusal {
  UNAUTHORIZED(401, "Unauthorized"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  TOO_LARGE(413, "Request Entity Too Large"),
  THROTTLED(429, "Too Many Requests"),
  INTERNAL(500, "Internal Server Error"),
  UNAVAILABLE(503, "Service Unavailable");

  private final int status;
  private final String message;

  Refusal(int status, String message) {
    this.status = status;
    this.message = message;
  }

  String message() {
    return message;
  }

  Answer answer() {
    return Answer.json(status, "{\"message\":\"" + message + "\"}");
  }
}
