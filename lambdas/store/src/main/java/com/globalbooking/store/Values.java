package com.globalbooking.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes and reads the two kinds of attribute values that our items have. */
final class Values {
  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return present(item, name).s();
  }

  static int count(Map<String, AttributeValue> item, String name) {
    return Integer.parseInt(present(item, name).n());
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(present(item, name).n());
  }

  private static AttributeValue present(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name + "; it has " + item.keySet());
    }
    return value;
  }

  private Values() {}
}
