package com.globalbooking.domain;

import java.util.HexFormat;
import java.util.OptionalLong;

/** SHA-256 over everything a request asks for: tells a replay from another request. */
public record RequestHash(String hex) {

  /**
   * The hash of {@code request}; the key, the guest's account and the route it took do not count.
   */
  public static RequestHash of(BookingRequest request) {
    OptionalLong version = request.expectedVersion();
    return new RequestHash(
        HexFormat.of()
            .formatHex(
                Sha256.of(
                    request.room().property().value(),
                    request.room().id().value(),
                    request.stay().checkIn().toString(),
                    request.stay().checkOut().toString(),
                    Integer.toString(request.units().count()),
                    request.guest().name(),
                    request.guest().email(),
                    version.isPresent() ? Long.toString(version.getAsLong()) : "any")));
  }
}
