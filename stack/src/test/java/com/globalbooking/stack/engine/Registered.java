package com.globalbooking.stack.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A resource that the program registered.
 *
 * @param parent URN of its parent, empty for the stack itself
 * @param provider reference of the provider that it is created with, empty when none was named
 * @param ignored inputs whose changes the engine does not look at
 * @param retained whether it stays when it is no longer declared
 * @param dependencies URNs of what must exist before, from inputs and options alike
 * @param inputs unknown values have the text {@link #UNKNOWN}
 */
public record Registered(
    String type,
    String name,
    String urn,
    String parent,
    String provider,
    boolean protect,
    List<String> ignored,
    boolean retained,
    List<String> dependencies,
    JsonObject inputs) {

  /** How the protocol writes a value that is not known yet. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** What stands where nothing has been registered yet. */
  public static Registered nothing() {
    return new Registered("", "", "", "", "", false, List.of(), false, List.of(), new JsonObject());
  }

  /** The same, whose changes the engine looks at or not. */
  public Registered ignoring(String... inputs) {
    return new Registered(
        type,
        name,
        urn,
        parent,
        provider,
        protect,
        List.of(inputs),
        retained,
        dependencies,
        this.inputs);
  }

  /** The same with other inputs. */
  public Registered with(JsonObject others) {
    return new Registered(
        type, name, urn, parent, provider, protect, ignored, retained, dependencies, others);
  }

  /** Whether it groups others and is nothing by itself. */
  public boolean isComponent() {
    return type.startsWith("global-booking:");
  }

  /** Whether AWS keeps it. */
  public boolean isOnAws() {
    return type.startsWith("aws:");
  }

  /** The value of an input by its path, steps separated by dots; JSON null when it is not set. */
  public JsonElement input(String path) {
    JsonElement value = inputs;
    for (String step : path.split("\\.", -1)) {
      if (value.isJsonObject() && value.getAsJsonObject().has(step)) {
        value = value.getAsJsonObject().get(step);
      } else {
        return JsonNull.INSTANCE;
      }
    }
    return value;
  }

  /** The texts of an input that is a list. */
  public List<String> texts(String path) {
    return elements(path).map(JsonElement::getAsString).toList();
  }

  /** The objects of an input that is a list. */
  public List<JsonObject> objects(String path) {
    return elements(path).map(JsonElement::getAsJsonObject).toList();
  }

  private Stream<JsonElement> elements(String path) {
    return StreamSupport.stream(input(path).getAsJsonArray().spliterator(), false);
  }

  /** The text of an input. */
  public String text(String path) {
    return input(path).getAsString();
  }
}
