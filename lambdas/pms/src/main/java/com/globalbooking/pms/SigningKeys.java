package com.globalbooking.pms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretUnavailableException;

/** The keys that requests are signed with: one secret, an object of connection name to key. */
public final class SigningKeys {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final KeptSecret secret;

  public SigningKeys(KeptSecret secret) {
    this.secret = secret;
  }

  /**
   * The key of a connection.
   *
   * @throws SecretUnavailableException when it cannot be read or has none
   */
  String of(PmsName pms) {
    return find(secret.text(), pms);
  }

  /** The key of a connection, read again because the PMS refused {@code refused}. */
  String fresh(PmsName pms, String refused) {
    String text = secret.text();
    if (find(text, pms).equals(refused)) {
      secret.refused(text);
    }
    return of(pms);
  }

  private static String find(String text, PmsName pms) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      // Its message would quote the secret.
      throw new SecretUnavailableException("the secret with the signing keys is not JSON");
    }
    String key = json.path(pms.value()).textValue();
    if (key == null || key.isEmpty()) {
      throw new SecretUnavailableException("there is no signing key for PMS " + pms);
    }
    return key;
  }
}
