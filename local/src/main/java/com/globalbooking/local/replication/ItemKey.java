package com.globalbooking.local.replication;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The primary key of an item: one or two attributes. */
record ItemKey(Map<String, AttributeValue> attributes) {
  ItemKey {
    attributes = Map.copyOf(attributes);
  }

  /** Name of some attribute of the key; an item that exists has it. */
  String anyAttribute() {
    return attributes.keySet().iterator().next();
  }
}
