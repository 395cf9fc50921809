package com.globalbooking.secrets;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets in AWS Secrets Manager. */
public final class SecretsManagerStore implements SecretStore, AutoCloseable {
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final SecretsManagerClient client;

  SecretsManagerStore(SecretsManagerClient client) {
    this.client = client;
  }

  /** With the function's own credentials, in its own Region. */
  public static SecretsManagerStore create() {
    return new SecretsManagerStore(
        SecretsManagerClient.builder()
            // Lambda gives credentials in the environment; looking anywhere else only costs time.
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(LONGEST_ATTEMPT)
                    .socketTimeout(LONGEST_ATTEMPT))
            .overrideConfiguration(
                config -> config.apiCallAttemptTimeout(LONGEST_ATTEMPT).apiCallTimeout(LONGEST))
            .build());
  }

  @Override
  public String read(String arn) {
    try {
      String text = client.getSecretValue(request -> request.secretId(arn)).secretString();
      if (text == null) {
        throw new SecretUnavailableException("the secret is not a text");
      }
      return text;
    } catch (SdkException e) {
      throw new SecretUnavailableException("the secret cannot be read", e);
    }
  }

  @Override
  public void write(String arn, String text) {
    try {
      client.putSecretValue(request -> request.secretId(arn).secretString(text));
    } catch (SdkException e) {
      throw new SecretUnavailableException("the secret cannot be written", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
