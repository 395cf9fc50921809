package com.globalbooking.eventpublisher.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Splits a list into batches that a service takes in one call. */
final class SizedBatches {
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 256 * 1024;

  /** Names, attributes and times around a body, generously. */
  private static final int BYTES_AROUND = 2 * 1024;

  /** Batches of at most 10 entries and 256 KB, in the order of {@code all}. */
  static <T> List<List<T>> of(List<T> all, Function<T, String> body) {
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    int bytes = 0;
    for (T one : all) {
      int size = body.apply(one).getBytes(UTF_8).length + BYTES_AROUND;
      if (batch.size() == MOST_ENTRIES || (!batch.isEmpty() && bytes + size > MOST_BYTES)) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(one);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private SizedBatches() {}
}
