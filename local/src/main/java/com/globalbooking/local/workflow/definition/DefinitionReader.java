package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a definition, with the flows inside its flows. */
final class DefinitionReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> MACHINE =
      Set.of("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");
  private static final Set<String> BRANCH = Set.of("Comment", "StartAt", "States", "QueryLanguage");
  private static final Set<String> PROCESSOR =
      Set.of("Comment", "StartAt", "States", "QueryLanguage", "ProcessorConfig");
  private static final int LONGEST_NAME = 80;

  private final StateReader states;
  private final Set<String> names = new HashSet<>();

  DefinitionReader(Predicate<String> knownResource) {
    this.states = new StateReader(this, knownResource);
  }

  Definition read(String text) {
    Source machine = new Source("The definition", parse(text));
    machine.allowOnly(MACHINE);
    return new Definition(
        flow(machine), machine.optionalWhole("TimeoutSeconds", 1).map(Duration::ofSeconds));
  }

  Flow branch(Source branch) {
    branch.allowOnly(BRANCH);
    return flow(branch);
  }

  Flow processor(Source processor) {
    processor.allowOnly(PROCESSOR);
    if (processor.has("ProcessorConfig")) {
      Source configuration = processor.object("ProcessorConfig");
      configuration.allowOnly(Set.of("Mode"));
      if (!configuration.optionalText("Mode").orElse("INLINE").equals("INLINE")) {
        throw configuration.wrong("Mode", "must be INLINE: local Regions run no distributed Map");
      }
    }
    return flow(processor);
  }

  /** JSONata has another way with data in every state. */
  static void refuseJsonata(Source source) {
    if (source.optionalText("QueryLanguage").filter(it -> !it.equals("JSONPath")).isPresent()) {
      throw source.wrong(
          "QueryLanguage", "must be JSONPath: local Regions do not interpret JSONata");
    }
  }

  private Flow flow(Source source) {
    refuseJsonata(source);
    Map<String, State> read = new LinkedHashMap<>();
    Source declared = source.object("States");
    for (Map.Entry<String, JsonNode> state : declared.json().properties()) {
      String name = state.getKey();
      if (name.isEmpty() || name.length() > LONGEST_NAME || !names.add(name)) {
        throw declared.wrong(name, "is no state name, or not the only one");
      }
      Source place = new Source(source.where() + ".States." + name, state.getValue());
      read.put(name, states.read(name, place));
    }
    Flow flow = new Flow(source.text("StartAt"), read);
    FlowCheck.check(source.where(), flow);
    return flow;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The definition is not JSON: " + e.getMessage(), e);
    }
  }
}
