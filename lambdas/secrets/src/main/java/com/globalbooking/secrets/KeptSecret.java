package com.globalbooking.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One secret, kept for a while so that not every use is a call. */
public final class KeptSecret {
  private final SecretStore store;
  private final String arn;
  private final Duration keptFor;
  private final Clock clock;
  private @Nullable String text;
  private Instant readAt = Instant.EPOCH;

  public KeptSecret(SecretStore store, String arn, Duration keptFor, Clock clock) {
    this.store = store;
    this.arn = arn;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  /**
   * The secret as it was at most so long ago.
   *
   * @throws SecretUnavailableException when it cannot be read
   */
  public synchronized String text() {
    Instant now = clock.instant();
    String known = text;
    if (known == null || readAt.plus(keptFor).isBefore(now)) {
      known = store.read(arn);
      text = known;
      readAt = now;
    }
    return known;
  }

  /** Forgets the secret if it is still the one that was refused: it may have been rotated. */
  public synchronized void refused(String refused) {
    if (refused.equals(text)) {
      text = null;
    }
  }
}
