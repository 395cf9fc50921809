package com.globalbooking.local.secrets;

import java.time.Instant;
import java.util.Set;

/**
 * One value that a secret has or had.
 *
 * @param id the request token that it was put with
 * @param text the value
 * @param binary whether {@code text} is the Base64 of a binary value
 * @param stages {@code AWSCURRENT}, {@code AWSPREVIOUS} or labels of one's own; without any the
 *     version is as good as deleted
 */
record SecretVersion(
    String id, String text, boolean binary, Instant createdAt, Set<String> stages) {
  SecretVersion {
    stages = Set.copyOf(stages);
  }

  SecretVersion with(Set<String> otherStages) {
    return new SecretVersion(id, text, binary, createdAt, otherStages);
  }

  boolean sameValue(SecretVersion other) {
    return text.equals(other.text) && binary == other.binary;
  }
}
