package com.globalbooking.local.redis;

import java.util.regex.Pattern;

/**
 * A user of the cache, as a line of Redis's ACL file.
 *
 * @param rules as in {@code ACL SETUSER}, for example {@code on nopass ~hotel:* -@all +@read}
 */
public record CacheUser(String name, String rules) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  public CacheUser {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is not the name of a cache user");
    }
    if (rules.lines().count() > 1) {
      throw new IllegalArgumentException("the rules of cache user '" + name + "' are not one line");
    }
  }

  String line() {
    return "user " + name + " " + rules.strip() + "\n";
  }
}
