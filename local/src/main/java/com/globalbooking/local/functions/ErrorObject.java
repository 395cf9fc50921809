package com.globalbooking.local.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The JSON object with which Lambda tells a caller what went wrong. */
final class ErrorObject {
  private ErrorObject() {}

  static String json(String errorType, String errorMessage) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("errorType", errorType)
        .put("errorMessage", errorMessage)
        .toString();
  }
}
