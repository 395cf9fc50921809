package com.globalbooking.domain;

/**
 * Who will stay. Never logged: {@link #toString} shows nothing.
 *
 * @param name 1 to {@value #MAX_NAME} printable characters
 * @param email 3 to {@value #MAX_EMAIL} printable characters with one {@code @} inside
 */
public record Guest(String name, String email) {
  public static final int MAX_NAME = 200;
  public static final int MAX_EMAIL = 254;

  public Guest {
    checkName(name);
    checkEmail(email);
  }

  /** Throws IllegalArgumentException, saying why, unless {@code name} can be a guest's name. */
  public static void checkName(String name) {
    if (name.isBlank() || name.length() > MAX_NAME || !Printable.isPrintable(name)) {
      throw new IllegalArgumentException("must be 1 to " + MAX_NAME + " printable characters");
    }
  }

  /** Throws IllegalArgumentException, saying why, unless {@code email} can be an address. */
  public static void checkEmail(String email) {
    int at = email.indexOf('@');
    boolean oneInside = at > 0 && at < email.length() - 1 && email.indexOf('@', at + 1) < 0;
    boolean plain = Printable.isPrintable(email) && email.indexOf(' ') < 0;
    if (!oneInside || !plain || email.length() > MAX_EMAIL) {
      throw new IllegalArgumentException(
          "must be an e-mail address of 3 to " + MAX_EMAIL + " characters");
    }
  }

  @Override
  public String toString() {
    return "Guest[redacted]";
  }
}
