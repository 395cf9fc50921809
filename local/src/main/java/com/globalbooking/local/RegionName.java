package com.globalbooking.local;

import java.util.regex.Pattern;

/** Name of an AWS Region, for example {@code eu-west-1}. */
public record RegionName(String value) implements Comparable<RegionName> {
  private static final Pattern SHAPE = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

  public RegionName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is not the name of an AWS Region");
    }
  }

  @Override
  public int compareTo(RegionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
