package com.globalbooking.local.aws;

import com.globalbooking.local.RegionName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the signature of a request (Signature Version 4) says about it. */
record CredentialScope(String accessKeyId, RegionName region, String service) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([A-Za-z0-9]+)/[0-9]{8}/([a-z0-9-]+)/([a-z0-9-]+)"
              + "/aws4_request *,.*");

  /** What clients of a service without Regions sign for when they are given an endpoint. */
  private static final String GLOBAL = "aws-global";

  private static final String HOME_OF_GLOBAL = "us-east-1";

  /** The scope in an {@code Authorization} header; empty when it is missing or another kind. */
  static Optional<CredentialScope> parse(@Nullable String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    Matcher parts = AUTHORIZATION.matcher(authorization);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      String signed = parts.group(2);
      var region = new RegionName(signed.equals(GLOBAL) ? HOME_OF_GLOBAL : signed);
      return Optional.of(new CredentialScope(parts.group(1), region, parts.group(3)));
    } catch (IllegalArgumentException notARegion) {
      return Optional.empty();
    }
  }
}
