package com.globalbooking.operations.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outputs of a deployed stack, by the names of {@link StackOutput}.
 *
 * @param values as Pulumi gives them; none while the stack has not been deployed
 */
public record Outputs(StackId stack, JsonNode values) {

  /**
   * A text, which may be empty.
   *
   * @throws RefusedException when the stack has no such output
   */
  public String text(String name) {
    JsonNode value = values.path(name);
    if (value.isMissingNode()) {
      throw new RefusedException(
          "%s has no output %s: has it been deployed? scripts/up %s %s"
              .formatted(stack, name, stack.environment(), stack.region()));
    }
    return value.asText();
  }

  /** An object of texts; empty where there is none. */
  public Map<String, String> texts(String name) {
    Map<String, String> texts = new TreeMap<>();
    values
        .path(name)
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** A list of texts; empty where there is none. */
  public List<String> list(String name) {
    List<String> texts = new ArrayList<>();
    values.path(name).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** Whether the stack has been deployed. */
  public boolean present() {
    return values.has(StackOutput.REGION);
  }
}
