package com.globalbooking.local.pms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies {@code X-Signature: t=<epoch second>,v1=<hex HMAC-SHA-256 over t.content>}. A signature
 * is good for five minutes, so that a recorded call cannot be played again for ever.
 */
final class PmsSignature {
  private static final Pattern SHAPE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
  private static final Duration VALIDITY = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;
  private final Clock clock;

  PmsSignature(String key, Clock clock) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /** Whether the header signs this content. */
  boolean verifies(@Nullable String header, byte[] content) {
    Matcher parts = SHAPE.matcher(header == null ? "" : header);
    if (!parts.matches()) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    if (Duration.between(signed, clock.instant()).abs().compareTo(VALIDITY) > 0) {
      return false;
    }
    return MessageDigest.isEqual(
        HexFormat.of().parseHex(parts.group(2)), digest(parts.group(1), content));
  }

  private byte[] digest(String time, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(content);
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
