package com.globalbooking.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The secret of a database user, as RDS writes it too: an object with both fields. */
public record UserCredentials(String username, String password) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * Reads the text of a secret.
   *
   * @throws SecretUnavailableException when it is not such an object
   */
  public static UserCredentials read(String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      // Its message would quote the secret.
      throw new SecretUnavailableException("the secret is not JSON");
    }
    String username = json.path("username").textValue();
    String password = json.path("password").textValue();
    if (username == null || password == null) {
      throw new SecretUnavailableException("the secret has no username or no password");
    }
    return new UserCredentials(username, password);
  }

  /** The text of the secret. */
  public String write() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", username)
        .put("password", password)
        .toString();
  }

  /** Without the password: texts end up in logs. */
  @Override
  public String toString() {
    return username;
  }
}
