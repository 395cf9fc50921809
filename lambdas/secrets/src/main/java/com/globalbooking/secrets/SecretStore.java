package com.globalbooking.secrets;

/** Where secrets are. */
public interface SecretStore {
  /**
   * The current text of a secret.
   *
   * @throws SecretUnavailableException when it has none, may not be read, or there is no answer
   */
  String read(String arn);

  /**
   * Gives a secret a new text, which is current from then on.
   *
   * @throws SecretUnavailableException when it may not be written, or there is no answer
   */
  void write(String arn, String text);
}
