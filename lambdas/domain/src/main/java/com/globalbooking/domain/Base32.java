package com.globalbooking.domain;

/** The first 130 bits of a hash as 26 letters and digits, fit for any id. */
final class Base32 {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  static final int LENGTH = 26;

  static String of(byte[] hash) {
    var text = new StringBuilder(LENGTH);
    for (int digit = 0; digit < LENGTH; digit++) {
      text.append(DIGITS.charAt(fiveBits(hash, digit * 5)));
    }
    return text.toString();
  }

  private static int fiveBits(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + 5; bit++) {
      value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
    }
    return value;
  }

  private Base32() {}
}
