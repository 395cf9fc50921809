package com.globalbooking.stack.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of a VPC, and how they are shared out over {@link NetworkSettings#ZONES_MAX} zones.
 *
 * @param value a private /16 network, for example {@code 10.0.0.0/16}
 */
public record AddressRange(String value) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(10\\.(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])"
              + "|172\\.(?:1[6-9]|2[0-9]|3[01])|192\\.168)\\.0\\.0/16");

  /** A /20 holds 4,096 addresses, which stand 16 apart in the third number. */
  private static final int STEP = 16;

  private static final int EGRESS_FROM = 48;
  private static final int PUBLIC_FROM = 96;

  /**
   * @throws IllegalArgumentException when it is not a private /16
   */
  public AddressRange {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a private /16 network such as 10.0.0.0/16".formatted(value));
    }
  }

  /** Addresses of the subnet in a zone that nothing leaves but by endpoints. */
  String isolated(int zone) {
    return "%s.%d.0/20".formatted(firstHalf(), zone * STEP);
  }

  /** Addresses of the subnet in a zone from which the internet can be called. */
  String egress(int zone) {
    return "%s.%d.0/20".formatted(firstHalf(), EGRESS_FROM + zone * STEP);
  }

  /** Addresses of the subnet in a zone that holds the way out. */
  String reachable(int zone) {
    return "%s.%d.0/24".formatted(firstHalf(), PUBLIC_FROM + zone);
  }

  private String firstHalf() {
    Matcher matcher = SYNTAX.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException(value);
    }
    return matcher.group(1);
  }
}
