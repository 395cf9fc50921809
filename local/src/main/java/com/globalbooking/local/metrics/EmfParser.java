package com.globalbooking.local.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads log lines in CloudWatch's embedded metric format. A line is hostile until it is read: a
 * function may log whatever a guest sent.
 */
public final class EmfParser {
  private static final int DEPTH_MAX = 32;
  private static final int LINE_MAX = 1 << 20;
  private static final int DIMENSIONS_MAX = 30;
  private static final int METRICS_MAX = 100;
  private static final int VALUES_MAX = 100;
  private static final int NAME_MAX = 1024;
  private static final long LATEST_MILLIS = 253_402_300_799_999L; // the last of year 9999
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
              .build());

  /** Why a line that means to be EMF is none. */
  private static final class Malformation extends Exception {
    private static final long serialVersionUID = 1L;

    Malformation(String why) {
      super(why);
    }
  }

  private EmfParser() {}

  /** Reads one line; never throws for what stands in it. */
  public static EmfLine parse(String line) {
    if (!line.startsWith("{") || !line.contains("\"_aws\"")) {
      return new EmfLine.Other();
    }
    if (line.length() > LINE_MAX) {
      return new EmfLine.Malformed("the line is longer than " + LINE_MAX);
    }
    try {
      JsonNode root = JSON.readTree(line);
      JsonNode metadata = root.path("_aws");
      if (!metadata.isObject() || !metadata.has("CloudWatchMetrics")) {
        return new EmfLine.Other();
      }
      return new EmfLine.Values(points(root, metadata));
    } catch (JsonProcessingException e) {
      return new EmfLine.Malformed("the line is not JSON: " + e.getOriginalMessage());
    } catch (Malformation e) {
      return new EmfLine.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static List<Datapoint> points(JsonNode root, JsonNode metadata) throws Malformation {
    JsonNode timestamp = metadata.path("Timestamp");
    if (!timestamp.canConvertToExactIntegral()
        || timestamp.longValue() < 0
        || timestamp.longValue() > LATEST_MILLIS) {
      throw new Malformation("Timestamp is not a number of milliseconds");
    }
    Instant at = Instant.ofEpochMilli(timestamp.longValue());
    List<Datapoint> points = new ArrayList<>();
    for (JsonNode directive : list(metadata, "CloudWatchMetrics", METRICS_MAX)) {
      String namespace = text(directive, "Namespace");
      List<Map<String, String>> sets = dimensionSets(root, directive);
      for (JsonNode metric : list(directive, "Metrics", METRICS_MAX)) {
        String name = text(metric, "Name");
        for (double value : values(root, name)) {
          for (Map<String, String> dimensions : sets) {
            points.add(new Datapoint(new MetricId(namespace, name, dimensions), at, value));
          }
        }
      }
    }
    return points;
  }

  private static List<Map<String, String>> dimensionSets(JsonNode root, JsonNode directive)
      throws Malformation {
    List<Map<String, String>> sets = new ArrayList<>();
    for (JsonNode set : list(directive, "Dimensions", DIMENSIONS_MAX)) {
      if (!set.isArray() || set.size() > DIMENSIONS_MAX) {
        throw new Malformation("a dimension set is a list of at most " + DIMENSIONS_MAX);
      }
      Map<String, String> dimensions = new HashMap<>();
      for (JsonNode name : set) {
        dimensions.put(name.asText(), text(root, name.asText()));
      }
      sets.add(dimensions);
    }
    return sets;
  }

  /** A metric without a value in the line is left out; that is allowed. */
  private static List<Double> values(JsonNode root, String name) throws Malformation {
    JsonNode target = root.path(name);
    if (target.isMissingNode()) {
      return List.of();
    }
    List<Double> values = new ArrayList<>();
    for (JsonNode value : target.isArray() ? target : List.of(target)) {
      if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
        throw new Malformation("the value of " + name + " is not a number");
      }
      values.add(value.doubleValue());
    }
    if (values.size() > VALUES_MAX) {
      throw new Malformation(name + " has more than " + VALUES_MAX + " values");
    }
    return values;
  }

  private static JsonNode list(JsonNode of, String field, int most) throws Malformation {
    JsonNode list = of.path(field);
    if (!list.isArray() || list.size() > most) {
      throw new Malformation(field + " is not a list of at most " + most);
    }
    return list;
  }

  private static String text(JsonNode of, String field) throws Malformation {
    JsonNode text = of.path(field);
    if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > NAME_MAX) {
      throw new Malformation("'" + field + "' is not a text of 1 to " + NAME_MAX + " characters");
    }
    return text.textValue();
  }
}
