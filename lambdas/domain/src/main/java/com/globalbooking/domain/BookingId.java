package com.globalbooking.domain;

import java.util.random.RandomGenerator;

/** The id of a booking, the same in every Region: 1 to 64 of {@code [A-Za-z0-9._:~-]}. */
public record BookingId(String value) {
  private static final String PREFIX = "bk-";
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  public BookingId {
    IdentifierText.check(value);
  }

  /**
   * The id that this guest's key always leads to, in whichever Region: the booking itself is the
   * record that the key was used.
   */
  public static BookingId of(GuestId guest, IdempotencyKey key) {
    return new BookingId(PREFIX + Base32.of(Sha256.of(guest.subject(), key.value())));
  }

  /** A new id, for a request without a key; {@code random} must be unguessable. */
  public static BookingId random(RandomGenerator random) {
    var text = new StringBuilder(PREFIX);
    for (int digit = 0; digit < LENGTH; digit++) {
      text.append(BASE32.charAt(random.nextInt(BASE32.length())));
    }
    return new BookingId(text.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
