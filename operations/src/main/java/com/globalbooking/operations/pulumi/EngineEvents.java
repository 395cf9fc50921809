package com.globalbooking.operations.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what the CLI prints under {@code --json}: one engine event per line. */
final class EngineEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Colours, which the engine leaves to whoever shows a message. */
  private static final Pattern COLOUR = Pattern.compile("<\\{%.*?%}>");

  private final boolean preview;
  private final RunListener listener;
  private final ErrorSentences errors = new ErrorSentences();
  private final List<String> printed = new ArrayList<>();
  private final Map<String, Integer> changes = new TreeMap<>();
  private boolean summarised;

  EngineEvents(boolean preview, RunListener listener) {
    this.preview = preview;
    this.listener = listener;
  }

  /** Takes a line of standard output. */
  void line(String line) {
    if (!line.startsWith("{")) {
      if (!line.isBlank()) {
        printed.add(line);
      }
      return;
    }
    JsonNode event;
    try {
      event = JSON.readTree(line);
    } catch (JsonProcessingException noEvent) {
      printed.add(line);
      return;
    }
    diagnostic(event.path("diagnosticEvent"));
    changed(event.path(preview ? "resourcePreEvent" : "resOutputsEvent").path("metadata"));
    JsonNode summary = event.path("summaryEvent");
    if (summary.isObject()) {
      summarised = true;
      summary
          .path("resourceChanges")
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().equals("same") || Change.changes(entry.getKey())) {
                  changes.merge(entry.getKey(), entry.getValue().asInt(), Integer::sum);
                }
              });
    }
    JsonNode fault = event.path("errorEvent").path("error");
    if (fault.isTextual()) {
      errors.add(Optional.empty(), fault.asText());
    }
  }

  /** What came of it all. */
  Report report(int exitCode, String standardError) {
    List<String> sentences = errors.sentences();
    if (exitCode != 0 && sentences.isEmpty()) {
      // It did not come to any event: the CLI refused by itself.
      String told = standardError.isBlank() ? String.join("\n", printed) : standardError;
      var refusals = new ErrorSentences();
      refusals.add(Optional.empty(), COLOUR.matcher(told).replaceAll(""));
      sentences = refusals.sentences();
    }
    if (exitCode != 0 && sentences.isEmpty()) {
      sentences = List.of("Pulumi ended with exit code " + exitCode + " and said nothing.");
    }
    return new Report(exitCode == 0 && (summarised || sentences.isEmpty()), changes, sentences);
  }

  private void diagnostic(JsonNode event) {
    if (!event.isObject() || event.path("ephemeral").asBoolean()) {
      return;
    }
    String message = COLOUR.matcher(event.path("message").asText()).replaceAll("").strip();
    if (message.isEmpty()) {
      return;
    }
    switch (event.path("severity").asText()) {
      case "error" -> errors.add(resource(event.path("urn").asText()), message);
      case "warning" -> {
        // The language host of tools/pulumi lies on the PATH on purpose.
        if (!message.startsWith("using pulumi-language-java from $PATH")) {
          listener.warned(message);
        }
      }
      default -> {
        // Debug and information of the SDK.
      }
    }
  }

  private void changed(JsonNode metadata) {
    if (!metadata.isObject()) {
      return;
    }
    List<String> keys = new ArrayList<>();
    metadata.path("detailedDiff").fieldNames().forEachRemaining(keys::add);
    if (keys.isEmpty()) {
      metadata.path("diffs").forEach(key -> keys.add(key.asText()));
    }
    String urn = metadata.path("urn").asText();
    var change =
        new Change(
            metadata.path("op").asText(),
            metadata.path("type").asText(),
            urn.substring(urn.lastIndexOf("::") + 2),
            keys);
    if (change.changes() && !change.belongsToReplacement()) {
      listener.changed(change);
    }
  }

  /** Type and name; nothing for the stack itself, which says nothing about a failure. */
  private static Optional<String> resource(String urn) {
    String[] parts = urn.split("::", 4);
    if (parts.length < 4 || parts[2].equals("pulumi:pulumi:Stack")) {
      return Optional.empty();
    }
    String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
    return Optional.of(type + " " + parts[3]);
  }
}
