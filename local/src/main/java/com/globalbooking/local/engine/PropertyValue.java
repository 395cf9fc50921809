package com.globalbooking.local.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property of a resource as Pulumi sees it: JSON, and the values that JSON lacks. Immutable.
 *
 * @see PropertyCodec
 */
public sealed interface PropertyValue {

  /** JSON null. */
  record Nothing() implements PropertyValue {}

  /** JSON true or false. */
  record Flag(boolean value) implements PropertyValue {}

  /** A JSON number; the protocol has doubles only. */
  record Numeral(double value) implements PropertyValue {}

  /** A JSON string. */
  record Text(String value) implements PropertyValue {}

  /** A JSON array. */
  record Items(List<PropertyValue> values) implements PropertyValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A JSON object; keeps the order of its keys. */
  record Fields(Map<String, PropertyValue> values) implements PropertyValue {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** These fields, and over them the given ones. */
    public Fields with(Fields more) {
      Map<String, PropertyValue> merged = new LinkedHashMap<>(values);
      merged.putAll(more.values);
      return new Fields(merged);
    }

    /** As {@link PropertyValue#plain}, with the type known. */
    public Map<String, @Nullable Object> plainMap() {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      values.forEach((key, value) -> plain.put(key, value.plain()));
      return plain;
    }
  }

  /** A value that must not be shown. */
  record Secret(PropertyValue value) implements PropertyValue {}

  /** A value that only a real run will tell; occurs in dry runs alone. */
  record Unknown() implements PropertyValue {}

  /** A reference to another resource; {@code id} is absent for a component. */
  record Reference(String urn, @Nullable PropertyValue id) implements PropertyValue {}

  /**
   * A file, text or remote resource that becomes the content of a resource.
   *
   * @param archive whether the content is an archive
   * @param value a path (relative to the program's working directory), the text, or the URI
   */
  record Asset(boolean archive, AssetSource source, String value) implements PropertyValue {}

  /** Where an asset's content comes from. */
  enum AssetSource {
    /** A path in the file system. */
    PATH,
    /** The value itself. */
    TEXT,
    /** A remote address. */
    URI
  }

  /** The value with its secrecy taken off, at this level only. */
  default PropertyValue exposed() {
    return this instanceof Secret secret ? secret.value().exposed() : this;
  }

  /**
   * Makes a property from strings, numbers, booleans, null, maps with string keys, lists, and
   * properties in any mixture of them.
   *
   * @throws IllegalArgumentException for any other kind of object
   */
  static PropertyValue of(@Nullable Object object) {
    return switch (object) {
      case null -> new Nothing();
      case PropertyValue property -> property;
      case String text -> new Text(text);
      case Boolean flag -> new Flag(flag);
      case Number number -> new Numeral(number.doubleValue());
      case Map<?, ?> map -> fields(map);
      case Iterable<?> items -> {
        List<PropertyValue> values = new ArrayList<>();
        items.forEach(item -> values.add(of(item)));
        yield new Items(values);
      }
      default -> throw new IllegalArgumentException(object.getClass() + " is not a property value");
    };
  }

  /** As {@link #of}, for an object. */
  static Fields fields(Map<?, ?> map) {
    Map<String, PropertyValue> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put((String) key, of(value)));
    return new Fields(values);
  }

  /**
   * The property as plain Java (what JSON libraries write). Secrets become {@code "[secret]"},
   * unknown values {@code "[unknown]"}, references the urn, assets their source.
   */
  default @Nullable Object plain() {
    return switch (this) {
      case Nothing() -> null;
      case Flag(boolean value) -> value;
      case Numeral(double value) ->
          value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : value;
      case Text(String value) -> value;
      case Items(List<PropertyValue> values) -> {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value.plain()));
        yield plain;
      }
      case Fields fields -> fields.plainMap();
      case Secret secret -> "[secret]";
      case Unknown unknown -> "[unknown]";
      case Reference reference -> reference.urn();
      case Asset asset -> asset.value();
    };
  }
}
