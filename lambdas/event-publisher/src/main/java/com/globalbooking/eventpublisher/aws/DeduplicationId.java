package com.globalbooking.eventpublisher.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An event's id as the topic takes it: one that is too long by its hash. */
final class DeduplicationId {
  private static final int LONGEST = 128;

  static String of(String eventId) {
    if (eventId.length() <= LONGEST) {
      return eventId;
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private DeduplicationId() {}
}
