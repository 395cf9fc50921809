package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;

/** A JSONPath into the state's data ({@code $}) or the context object ({@code $$}). */
public final class DataPath implements Expression {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Configuration JACKSON =
      Configuration.builder()
          .jsonProvider(new StrictArrays())
          .mappingProvider(new JacksonMappingProvider(JSON))
          .build();

  /** Jackson has a null beyond the end of an array; a path that points there points nowhere. */
  private static final class StrictArrays extends JacksonJsonNodeJsonProvider {
    StrictArrays() {
      super(JSON);
    }

    @Override
    public Object getArrayIndex(Object array, int index) {
      if (index >= length(array)) {
        throw new IndexOutOfBoundsException(index);
      }
      return super.getArrayIndex(array, index);
    }
  }

  /** The whole data. */
  public static final DataPath WHOLE = parse("$");

  private final String text;
  private final boolean ofContext;
  private final JsonPath path;

  private DataPath(String text, boolean ofContext, JsonPath path) {
    this.text = text;
    this.ofContext = ofContext;
    this.path = path;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static DataPath parse(String text) {
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("'" + text + "' is not a JSONPath: it must begin with $");
    }
    boolean ofContext = text.startsWith("$$");
    try {
      return new DataPath(text, ofContext, JsonPath.compile(ofContext ? text.substring(1) : text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is not a JSONPath: " + e.getMessage(), e);
    }
  }

  /** Whether it can match one node at most. */
  public boolean definite() {
    return path.isDefinite();
  }

  /** What it matches; empty when it points nowhere. One that may match several gives a list. */
  public Optional<JsonNode> find(Scope scope) {
    try {
      Object found = path.read(ofContext ? scope.context() : scope.data(), JACKSON);
      return Optional.of(found instanceof JsonNode node ? node : JSON.valueToTree(found));
    } catch (PathNotFoundException nowhere) {
      return Optional.empty();
    } catch (JsonPathException inapplicable) {
      return Optional.empty();
    }
  }

  /**
   * What it matches, where the language knows only one name for a miss.
   *
   * @throws StateFailure {@code States.Runtime} when it points nowhere
   */
  public JsonNode require(Scope scope, String field) throws StateFailure {
    return find(scope)
        .orElseThrow(
            () ->
                StateFailure.runtime(
                    "Invalid path '%s' in %s: it matches nothing in the input %s"
                        .formatted(text, field, Excerpt.of(scope.data()))));
  }

  @Override
  public JsonNode evaluate(Scope scope) throws StateFailure {
    return find(scope)
        .orElseThrow(
            () ->
                new StateFailure(
                    StateFailure.PARAMETER_PATH_FAILURE,
                    "The JSONPath '%s' could not be found in the input %s"
                        .formatted(text, Excerpt.of(scope.data()))));
  }

  @Override
  public String toString() {
    return text;
  }
}
