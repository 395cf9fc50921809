package com.globalbooking.local.messaging;

/**
 * The value of a message attribute.
 *
 * @param dataType {@code String}, {@code Number}, {@code Binary} or {@code String.Array}, perhaps
 *     with a label behind a dot
 * @param value the text; of binary data, its Base64 form
 */
public record MessageAttributeValue(String dataType, String value) {
  boolean isBinary() {
    return dataType.startsWith("Binary");
  }
}
