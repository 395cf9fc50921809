package com.globalbooking.operations.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a token until it expires, readable by this user only: Cognito bills each one.
 *
 * @param file where
 */
public record TokenFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A token that is about to expire would not outlive the command. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /**
   * The token that was kept.
   *
   * @param issuedBy what it was kept under: another client's token is none
   */
  public Optional<Token> read(String issuedBy, Instant now) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      JsonNode kept = JSON.readTree(Files.readAllBytes(file));
      var token =
          new Token(
              kept.path("token").asText(), Instant.ofEpochSecond(kept.path("expires").asLong()));
      return kept.path("issuedBy").asText().equals(issuedBy)
              && now.isBefore(token.expires().minus(MARGIN))
          ? Optional.of(token)
          : Optional.empty();
    } catch (IOException unreadable) {
      // As good as none: a new one is written over it.
      return Optional.empty();
    }
  }

  /** Keeps a token. */
  public void write(String issuedBy, Token token) {
    try {
      Files.createDirectories(file.getParent());
      Path unfinished =
          Files.createTempFile(
              file.getParent(),
              "token",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          unfinished,
          JSON.writeValueAsBytes(
              Map.of(
                  "issuedBy", issuedBy,
                  "token", token.value(),
                  "expires", token.expires().getEpochSecond())));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
