package com.globalbooking.local.engine;

import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Flag;
import com.globalbooking.local.engine.PropertyValue.Items;
import com.globalbooking.local.engine.PropertyValue.Nothing;
import com.globalbooking.local.engine.PropertyValue.Numeral;
import com.globalbooking.local.engine.PropertyValue.Reference;
import com.globalbooking.local.engine.PropertyValue.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed reading of what a program gave a resource. Secrets are read like other values. Every
 * refusal names the property: {@link IllegalArgumentException}.
 */
public record Inputs(Fields fields) {

  /** A string that must be there. */
  public String string(String name) {
    return optionalString(name).orElseThrow(() -> missing(name));
  }

  /** A string that may be absent. */
  public Optional<String> optionalString(String name) {
    return value(name).map(value -> text(name, value));
  }

  /** A whole number that must be there. */
  public long whole(String name) {
    return optionalWhole(name).orElseThrow(() -> missing(name));
  }

  /** A whole number that may be absent. */
  public Optional<Long> optionalWhole(String name) {
    return optionalNumber(name)
        .map(
            number -> {
              if (number != Math.rint(number)) {
                throw new IllegalArgumentException("'" + name + "' must be a whole number");
              }
              return number.longValue();
            });
  }

  /** A number that may be absent. */
  public Optional<Double> optionalNumber(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof Numeral(double number)) {
                return number;
              }
              throw wrong(name, "a number", value);
            });
  }

  /** A boolean; {@code false} when absent. */
  public boolean flag(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof Flag(boolean flag)) {
                return flag;
              }
              throw wrong(name, "true or false", value);
            })
        .orElse(false);
  }

  /** An object that may be absent. */
  public Optional<Inputs> object(String name) {
    return value(name).map(value -> object(name, value));
  }

  /** A list of objects; empty when absent. */
  public List<Inputs> objects(String name) {
    return items(name).stream().map(item -> object(name, item.exposed())).toList();
  }

  /** A list of strings; empty when absent. */
  public List<String> strings(String name) {
    return items(name).stream().map(item -> text(name, item.exposed())).toList();
  }

  /** An object whose values are strings; empty when absent. */
  public Map<String, String> stringMap(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    object(name)
        .ifPresent(
            object ->
                object
                    .fields()
                    .values()
                    .forEach((key, value) -> map.put(key, text(name, value.exposed()))));
    return map;
  }

  /** A file, text or archive that may be absent. */
  public Optional<Asset> asset(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof Asset asset) {
                return asset;
              }
              throw wrong(name, "an asset", value);
            });
  }

  private Optional<PropertyValue> value(String name) {
    return Optional.ofNullable(fields.values().get(name))
        .map(PropertyValue::exposed)
        .filter(value -> !(value instanceof Nothing));
  }

  private List<PropertyValue> items(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof Items(List<PropertyValue> items)) {
                return items;
              }
              throw wrong(name, "a list", value);
            })
        .orElse(List.of());
  }

  private static Inputs object(String name, PropertyValue value) {
    if (value instanceof Fields object) {
      return new Inputs(object);
    }
    throw wrong(name, "an object", value);
  }

  /** A resource given where a string is expected stands for its id, as in Pulumi. */
  private static String text(String name, PropertyValue value) {
    if (value instanceof Text(String text)) {
      return text;
    }
    PropertyValue id = value instanceof Reference reference ? reference.id() : null;
    if (id != null && id.exposed() instanceof Text(String text)) {
      return text;
    }
    throw wrong(name, "a string", value);
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("'" + name + "' is missing");
  }

  private static IllegalArgumentException wrong(String name, String wanted, PropertyValue value) {
    return new IllegalArgumentException(
        "'" + name + "' must be " + wanted + ", not a " + value.getClass().getSimpleName());
  }
}
