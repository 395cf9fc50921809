package com.globalbooking.local;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.resources.RegionContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Credentials of people and their tools, who look at local Regions by the AWS SDK. */
final class OperatorAccess {
  /** Where Route 53 is controlled; no fault between the product's Regions reaches it. */
  private static final RegionName HOME = new RegionName("us-east-1");

  /** By which the operators' commands come in, without asking for a key. */
  private static final String WELL_KNOWN_ID = "local";

  private OperatorAccess() {}

  /** Makes the key of a role that may do everything. */
  static AccessKey grant(AccessKeys keys, AccessControl access) {
    String role = "arn:aws:iam::%s:role/operator".formatted(RegionContext.ACCOUNT);
    access.putRolePolicy(
        role,
        "everything",
        """
        {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        """);
    var operator = new Caller(HOME, "operator", role);
    keys.admit(WELL_KNOWN_ID, operator);
    return keys.keyOf(operator);
  }

  /**
   * Writes down how tools get in, in two files for this user only: {@code operator.env} for any
   * tool (shell variables), {@code operator.args} for a JVM ({@code java @operator.args}).
   *
   * @param proxy leads to the names that stacks put out
   * @return deletes the files, which mean nothing once the Regions are gone
   */
  static AutoCloseable write(
      Path directory, AccessKey key, URI aws, URI proxy, Certificates certificates)
      throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL", aws.toString());
    variables.put("AWS_ACCESS_KEY_ID", key.id());
    variables.put("AWS_SECRET_ACCESS_KEY", key.secret());
    variables.put("AWS_SESSION_TOKEN", key.sessionToken());
    variables.put("https_proxy", proxy.toString());
    variables.put("CURL_CA_BUNDLE", certificates.authority().toString());
    Path shell = directory.resolve("operator.env");
    write(
        shell,
        variables.entrySet().stream().map(it -> it.getKey() + "='" + it.getValue() + "'").toList());
    List<String> properties = new ArrayList<>();
    certificates
        .systemProperties()
        .forEach((name, value) -> properties.add("\"-D%s=%s\"".formatted(name, value)));
    properties.add("-Dhttps.proxyHost=" + proxy.getHost());
    properties.add("-Dhttps.proxyPort=" + proxy.getPort());
    Path jvm = directory.resolve("operator.args");
    write(jvm, properties);
    return () -> {
      Files.deleteIfExists(shell);
      Files.deleteIfExists(jvm);
    };
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, lines);
  }
}
