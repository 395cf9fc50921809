package com.globalbooking.operations.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.operations.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code scripts/local serve} has written down: a JSON object of Regions and the ports of
 * their providers, and, under {@code awsEndpoint}, where all of AWS is served.
 */
public final class LocalProviders {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AWS_ENDPOINT = "awsEndpoint";

  private final JsonNode written;

  private LocalProviders(JsonNode written) {
    this.written = written;
  }

  /**
   * Reads it.
   *
   * @throws RefusedException when no local Regions are served
   */
  public static LocalProviders read(Workspace workspace) {
    Path file = workspace.providersFile();
    try {
      return new LocalProviders(JSON.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException notServing) {
      throw new RefusedException(
          "No local Regions are being served: run scripts/local serve, and keep it running.",
          notServing);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The port of a Region's provider.
   *
   * @throws RefusedException when the Region is not served
   */
  public int port(String region) {
    JsonNode port = written.path(region);
    if (!port.isInt()) {
      throw new RefusedException(
          "%s is not served: run scripts/local serve --regions with it.".formatted(region));
    }
    return port.asInt();
  }

  /** Where local Regions answer as AWS. */
  public Optional<URI> awsEndpoint() {
    return Optional.ofNullable(written.path(AWS_ENDPOINT).textValue()).map(URI::create);
  }
}
