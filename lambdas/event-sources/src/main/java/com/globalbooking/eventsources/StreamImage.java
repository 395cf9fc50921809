package com.globalbooking.eventsources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An item as a stream record shows it, in DynamoDB's JSON: {@code {"name": {"S": "…"}}}. */
public record StreamImage(JsonNode item) {

  /** Whether the item has the attribute. */
  public boolean has(String attribute) {
    return item.has(attribute);
  }

  /**
   * A string attribute.
   *
   * @throws UnreadableDeliveryException when there is none of this name
   */
  public String text(String attribute) throws UnreadableDeliveryException {
    JsonNode value = item.path(attribute).path("S");
    if (!value.isTextual()) {
      throw new UnreadableDeliveryException("item has no string " + attribute);
    }
    return value.textValue();
  }

  /**
   * A whole number.
   *
   * @throws UnreadableDeliveryException when there is none of this name
   */
  public long number(String attribute) throws UnreadableDeliveryException {
    JsonNode value = item.path(attribute).path("N");
    try {
      return Long.parseLong(value.asText());
    } catch (NumberFormatException e) {
      throw new UnreadableDeliveryException("item has no whole number " + attribute);
    }
  }

  /**
   * A whole number of 32 bits; empty when there is no such attribute.
   *
   * @throws UnreadableDeliveryException when it is something else
   */
  public Optional<Integer> optionalCount(String attribute) throws UnreadableDeliveryException {
    return has(attribute) ? Optional.of(count(attribute)) : Optional.empty();
  }

  /**
   * A whole number of 32 bits.
   *
   * @throws UnreadableDeliveryException when there is none of this name
   */
  public int count(String attribute) throws UnreadableDeliveryException {
    long number = number(attribute);
    if ((int) number != number) {
      throw new UnreadableDeliveryException("item's " + attribute + " is out of range");
    }
    return (int) number;
  }
}
