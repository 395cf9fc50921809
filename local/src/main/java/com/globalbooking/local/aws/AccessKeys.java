package com.globalbooking.local.aws;

import com.globalbooking.local.RegionName;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The credentials of local functions: each function of each Region has its own key, so that the
 * endpoint knows who calls. Secrets are made up; signatures are not verified, as everything listens
 * on the loopback interface only.
 */
public final class AccessKeys {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Who holds a key. */
  public record Caller(RegionName region, String functionName, String roleArn) {
    /** The account of the role; empty when the role's ARN is not one. */
    public String accountId() {
      String[] parts = roleArn.split(":", 6);
      return parts.length == 6 ? parts[4] : "";
    }

    /** The function's ARN, without a version. */
    String functionArn() {
      return "arn:aws:lambda:%s:%s:function:%s".formatted(region, accountId(), functionName);
    }

    /** The ARN by which AWS names a function at work: the session of its role. */
    public String sessionArn() {
      String roleName = roleArn.substring(roleArn.lastIndexOf('/') + 1);
      return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(accountId(), roleName, functionName);
    }
  }

  /** A key as the SDK wants it. */
  public record AccessKey(String id, String secret, String sessionToken) {}

  private final RandomGenerator random;
  private final Map<Caller, AccessKey> keys = new ConcurrentHashMap<>();
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();

  /**
   * @param random source of the keys' characters
   */
  public AccessKeys(RandomGenerator random) {
    this.random = random;
  }

  /** The key of this caller; always the same one. */
  public AccessKey keyOf(Caller caller) {
    return keys.computeIfAbsent(caller, this::issue);
  }

  /**
   * Takes a key id that a caller has chosen; signatures are not verified, so its secret is none.
   */
  public void admit(String accessKeyId, Caller caller) {
    callers.put(accessKeyId, caller);
  }

  /** Who holds the key of this id. */
  public Optional<Caller> callerOf(String accessKeyId) {
    return Optional.ofNullable(callers.get(accessKeyId));
  }

  private AccessKey issue(Caller caller) {
    // Letters and digits only: DynamoDB Local takes no other key ids.
    var id = new StringBuilder("ASIA");
    for (int i = 0; i < 16; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    var key = new AccessKey(id.toString(), hex(20), hex(32));
    callers.put(key.id(), caller);
    return key;
  }

  private String hex(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
