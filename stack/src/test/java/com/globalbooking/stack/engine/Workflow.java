package com.globalbooking.stack.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A definition of a state machine, with each of the graphs in it: the whole, and one in each Map.
 *
 * @param graphs by name of the Map, the whole under {@code ""}
 */
public record Workflow(JsonObject definition, Map<String, JsonObject> graphs) {

  /** Reads a definition. */
  public static Workflow parse(String definition) {
    JsonObject whole = JsonParser.parseString(definition).getAsJsonObject();
    Map<String, JsonObject> graphs = new LinkedHashMap<>();
    collect("", whole, graphs);
    return new Workflow(whole, graphs);
  }

  private static void collect(String name, JsonObject graph, Map<String, JsonObject> graphs) {
    graphs.put(name, graph);
    states(graph)
        .forEach(
            (state, body) -> {
              if (body.has("ItemProcessor")) {
                collect(state, body.getAsJsonObject("ItemProcessor"), graphs);
              }
            });
  }

  /** Every state of a type, wherever it stands. */
  public List<JsonObject> ofType(String type) {
    List<JsonObject> found = new ArrayList<>();
    graphs
        .values()
        .forEach(
            graph ->
                states(graph).values().stream()
                    .filter(state -> state.get("Type").getAsString().equals(type))
                    .forEach(found::add));
    return found;
  }

  /** The states of a graph. */
  public static Map<String, JsonObject> states(JsonObject graph) {
    Map<String, JsonObject> states = new LinkedHashMap<>();
    graph
        .getAsJsonObject("States")
        .entrySet()
        .forEach(each -> states.put(each.getKey(), each.getValue().getAsJsonObject()));
    return states;
  }

  /** The names that a state goes on to. */
  public static Set<String> next(JsonObject state) {
    Set<String> names = new LinkedHashSet<>();
    text(state, "Next", names);
    text(state, "Default", names);
    for (String list : List.of("Choices", "Catch")) {
      if (state.has(list)) {
        for (JsonElement each : state.getAsJsonArray(list)) {
          text(each.getAsJsonObject(), "Next", names);
        }
      }
    }
    return names;
  }

  /** The names of the states that a graph comes to, from its start. */
  public static Set<String> reached(JsonObject graph) {
    Map<String, JsonObject> states = states(graph);
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(graph.get("StartAt").getAsString()));
    while (!open.isEmpty()) {
      String name = open.pop();
      JsonObject state = states.get(name);
      if (reached.add(name) && state != null) {
        open.addAll(next(state));
      }
    }
    return reached;
  }

  private static void text(JsonObject object, String key, Set<String> into) {
    if (object.has(key)) {
      into.add(object.get(key).getAsString());
    }
  }
}
