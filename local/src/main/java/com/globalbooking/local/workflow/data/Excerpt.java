package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON in a sentence: not more of it than a reader wants. */
public final class Excerpt {
  private static final int LONGEST = 500;

  private Excerpt() {}

  /** The JSON, cut where it gets long. */
  public static String of(JsonNode json) {
    String text = json.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
