package com.globalbooking.audit;

import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.UserCredentials;

/** Who the function is to the database: a secret, read when first needed and when refused. */
public final class DatabaseUser {
  private final KeptSecret secret;

  public DatabaseUser(KeptSecret secret) {
    this.secret = secret;
  }

  /**
   * What to log in with.
   *
   * @throws com.globalbooking.secrets.SecretUnavailableException when it cannot be read
   */
  public UserCredentials credentials() {
    return UserCredentials.read(secret.text());
  }

  /** The database refused the log-in: the password may have been changed. */
  void refused() {
    secret.refused(secret.text());
  }
}
