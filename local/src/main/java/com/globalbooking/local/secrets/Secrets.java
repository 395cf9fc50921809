package com.globalbooking.local.secrets;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets of one Region, in memory: they are gone when the Region stops. Thread-safe. */
public final class Secrets {
  private static final int SUFFIX_LENGTH = 6;

  private final String arnPrefix;
  private final Clock clock;
  private final Map<String, Secret> byName = new ConcurrentHashMap<>();

  /**
   * @param region that the secrets' ARNs name
   * @param account that the secrets' ARNs name
   */
  public Secrets(String region, String account, Clock clock) {
    this.arnPrefix = "arn:aws:secretsmanager:%s:%s:secret:".formatted(region, account);
    this.clock = clock;
  }

  /**
   * Makes a secret without a value.
   *
   * @param keyArn the customer's key to encrypt it with; empty for the one of the service
   * @return its ARN
   * @throws IllegalArgumentException when there is one of this name
   */
  public String create(String name, String description, Optional<String> keyArn) {
    String arn = arnPrefix + name + "-" + suffix(name);
    var secret = new Secret(arn, name, description, keyArn);
    if (byName.putIfAbsent(name, secret) != null) {
      throw new IllegalArgumentException("ResourceExistsException: there is a secret " + name);
    }
    return arn;
  }

  /** Takes a secret away with all its values; that there is none is no failure. */
  public void remove(String arn) {
    byName.values().removeIf(secret -> secret.arn().equals(arn));
  }

  /** Whether there is such a secret. */
  public boolean exists(String arn) {
    return find(arn).isPresent();
  }

  /**
   * Gives a secret another description and key.
   *
   * @param keyArn empty for the key of the service
   * @throws IllegalArgumentException when there is no such secret
   */
  public void describe(String arn, String description, Optional<String> keyArn) {
    find(arn)
        .orElseThrow(() -> new IllegalArgumentException("There is no secret '" + arn + "'"))
        .describe(description, keyArn);
  }

  /**
   * Gives a secret a new current value.
   *
   * @return the id of the version
   * @throws IllegalArgumentException when there is no such secret
   */
  public String put(String arnOrName, String value) {
    Secret secret =
        find(arnOrName)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no secret '" + arnOrName + "'"));
    String id = UUID.randomUUID().toString();
    secret.put(new SecretVersion(id, value, false, clock.instant(), Set.of(Secret.CURRENT)));
    return id;
  }

  /** The current value of a secret; empty when there is no such secret, or no value yet. */
  public Optional<String> value(String arnOrName) {
    return find(arnOrName)
        .flatMap(secret -> secret.staged(Secret.CURRENT))
        .map(SecretVersion::text);
  }

  /** A secret by its ARN, its ARN without the random end, or its name. */
  Optional<Secret> find(String id) {
    return byName.values().stream()
        .filter(
            secret ->
                id.equals(secret.arn())
                    || id.equals(secret.name())
                    || id.equals(arnPrefix + secret.name()))
        .findFirst();
  }

  /** What AWS makes up at random follows from the name here, the same in every run. */
  private static String suffix(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, SUFFIX_LENGTH);
  }
}
