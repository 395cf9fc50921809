package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a function that reports item failures says about its batch, read as Lambda reads it: no
 * answer and an empty list are success; whatever cannot be matched with the batch makes all of it
 * fail.
 */
sealed interface BatchAnswer {

  /** Everything is done. */
  record Done() implements BatchAnswer {}

  /**
   * Some items failed, the rest is done.
   *
   * @param failed ids, all of them of this batch, at least one
   */
  record Partial(Set<String> failed) implements BatchAnswer {
    public Partial {
      failed = Set.copyOf(failed);
    }
  }

  /** The whole batch counts as failed. */
  record Unusable(String why) implements BatchAnswer {}

  /**
   * Reads an answer.
   *
   * @param ids of the batch: sequence numbers or message ids
   */
  static BatchAnswer read(byte[] payload, Collection<String> ids) {
    if (payload.length == 0) {
      return new Done();
    }
    JsonNode answer;
    try {
      answer = new ObjectMapper().readTree(payload);
    } catch (IOException notJson) {
      return new Unusable("the answer is not JSON");
    }
    if (answer.isNull() || answer.isMissingNode()) {
      return new Done();
    }
    if (!answer.isObject()) {
      return new Unusable("the answer is not an object");
    }
    JsonNode failures = answer.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return new Done();
    }
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : failures) {
      JsonNode id = failure.path("itemIdentifier");
      if (!id.isTextual() || !ids.contains(id.asText())) {
        return new Unusable("the answer names '" + id.asText() + "', which is not in the batch");
      }
      failed.add(id.asText());
    }
    return failed.isEmpty() ? new Done() : new Partial(failed);
  }
}
