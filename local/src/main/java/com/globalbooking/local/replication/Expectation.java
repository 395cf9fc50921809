package com.globalbooking.local.replication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that an item still is as it was seen. It cannot see attributes that were added
 * since, because DynamoDB has no condition on an item as a whole.
 *
 * @param values null when the expression has none, as the API wants it
 */
record Expectation(
    String expression, Map<String, String> names, @Nullable Map<String, AttributeValue> values) {

  /** The item under {@code key} equals {@code image}; an empty image means that there is none. */
  static Expectation of(ItemKey key, Map<String, AttributeValue> image) {
    if (image.isEmpty()) {
      return new Expectation(
          "attribute_not_exists(#key)", Map.of("#key", key.anyAttribute()), null);
    }
    List<String> terms = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    image.forEach(
        (name, value) -> {
          int number = terms.size();
          terms.add("#a" + number + " = :a" + number);
          names.put("#a" + number, name);
          values.put(":a" + number, value);
        });
    return new Expectation(String.join(" AND ", terms), names, values);
  }
}
