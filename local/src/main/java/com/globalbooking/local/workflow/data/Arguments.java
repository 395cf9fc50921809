package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The arguments of one call of an intrinsic function; refusals are {@code States.IntrinsicFailure}.
 *
 * @param function its name
 * @param source the first argument as written in the definition
 */
record Arguments(String function, List<JsonNode> values, String source) {

  int count() {
    return values.size();
  }

  JsonNode any(int index) {
    return values.get(index);
  }

  String text(int index) throws StateFailure {
    JsonNode value = values.get(index);
    if (!value.isTextual()) {
      throw refused("argument %d must be a string, not %s".formatted(index + 1, value));
    }
    return value.textValue();
  }

  /** A whole number; the language rounds others. */
  long whole(int index) throws StateFailure {
    JsonNode value = values.get(index);
    if (!value.isNumber()) {
      throw refused("argument %d must be a number, not %s".formatted(index + 1, value));
    }
    return value.isIntegralNumber() ? value.longValue() : Math.round(value.doubleValue());
  }

  ArrayNode array(int index) throws StateFailure {
    if (values.get(index) instanceof ArrayNode array) {
      return array;
    }
    throw refused("argument %d must be an array".formatted(index + 1));
  }

  ObjectNode object(int index) throws StateFailure {
    if (values.get(index) instanceof ObjectNode object) {
      return object;
    }
    throw refused("argument %d must be an object".formatted(index + 1));
  }

  StateFailure refused(String why) {
    return new StateFailure(StateFailure.INTRINSIC_FAILURE, function + ": " + why);
  }
}
