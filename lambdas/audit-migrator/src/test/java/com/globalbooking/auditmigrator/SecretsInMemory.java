package com.globalbooking.auditmigrator;

import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretUnavailableException;
import java.util.HashMap;
import java.util.Map;

/** Secrets, some of which have no text yet. */
final class SecretsInMemory implements SecretStore {
  final Map<String, String> texts = new HashMap<>();

  @Override
  public String read(String arn) {
    String text = texts.get(arn);
    if (text == null) {
      throw new SecretUnavailableException("it has no text yet");
    }
    return text;
  }

  @Override
  public void write(String arn, String text) {
    texts.put(arn, text);
  }
}
