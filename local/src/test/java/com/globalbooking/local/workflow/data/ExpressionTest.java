package com.globalbooking.local.workflow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA =
      """
      {"name": "Ada", "n": 3, "list": [1, 2, 2, 3], "text": "{\\"a\\":1}", "t": "a {} b",
       "object": {"a": 1, "b": 1}, "other": {"b": 2}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Format('{} has {} rooms', $.name, $.n) | \"Ada has 3 rooms\"",
        "States.Format('\\{\\} and it\\'s {}', true) | \"{} and it's true\"",
        "States.Format($.t, 1) | \"a 1 b\"",
        "States.Format('nothing') | \"nothing\"",
        "States.StringToJson($.text) | {\"a\":1}",
        "States.JsonToString($.object) | \"{\\\"a\\\":1,\\\"b\\\":1}\"",
        "States.Array($.name, 1, null, States.Array()) | [\"Ada\",1,null,[]]",
        "States.ArrayPartition($.list, 3) | [[1,2,2],[3]]",
        "States.ArrayContains($.list, 3) | true",
        "States.ArrayContains($.list, 4) | false",
        "States.ArrayRange(1, 7, 3) | [1,4,7]",
        "States.ArrayRange(3, 1, -1) | [3,2,1]",
        "States.ArrayGetItem($.list, 3) | 3",
        "States.ArrayLength($.list[?(@ > 1)]) | 3",
        "States.ArrayUnique($.list) | [1,2,3]",
        "States.Base64Encode('abc') | \"YWJj\"",
        "States.Base64Decode('YWJj') | \"abc\"",
        "States.Hash('abc', 'MD5') | \"900150983cd24fb0d6963f7d28e17f72\"",
        "States.JsonMerge($.object, $.other, false) | {\"a\":1,\"b\":2}",
        "States.MathAdd($.n, -1) | 2",
        "States.MathAdd(2.6, 1) | 4",
        "States.StringSplit('a,b;;c', ',;') | [\"a\",\"b\",\"c\"]",
        "States.MathAdd(States.ArrayLength($.list), 1) | 5",
        "$.list[1:3] | [2,2]",
        "$$.Execution.Name | \"nightly\"",
      })
  void itComesTo(String expression, String value) throws Exception {
    assertThat(evaluate(expression).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.Format('{} {}', 1)",
        "States.Format('none', 1)",
        "States.Format('{}', $.list)",
        "States.Format($.n)",
        "States.StringToJson($.name)",
        "States.ArrayRange(1, 100000, 1)",
        "States.ArrayRange(1, 2, 0)",
        "States.ArrayGetItem($.list, 4)",
        "States.ArrayGetItem($.list, -1)",
        "States.ArrayLength($.name)",
        "States.ArrayPartition($.list, 0)",
        "States.Base64Decode('***')",
        "States.Hash('abc', 'CRC')",
        "States.JsonMerge($.object, $.other, true)",
        "States.MathRandom(2, 1)",
      })
  void itCannotBeDone(String expression) {
    assertThatThrownBy(() -> evaluate(expression))
        .isInstanceOfSatisfying(
            StateFailure.class,
            failure -> assertThat(failure.error()).isEqualTo("States.IntrinsicFailure"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "States.Nothing()",
        "States.MathAdd(1)",
        "States.UUID(1)",
        "States.Format('no end",
        "States.Format('a') b",
        "States.Format(name)",
        "States.Format",
        "States.Array(1,)",
        "$[",
        "",
      })
  void itIsNoExpression(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void beyondTheEndOfAnArrayThereIsNothing() throws Exception {
    var scope =
        new Scope(
            new ObjectMapper().readTree("{\"none\":[]}"), new ObjectMapper().createObjectNode());

    assertThat(DataPath.parse("$.none[0]").find(scope)).isEmpty();
  }

  @Test
  void anIdIsAnotherOneEachTime() throws Exception {
    assertThat(evaluate("States.UUID()")).isNotEqualTo(evaluate("States.UUID()"));
  }

  @Test
  void aRandomNumberLiesBetweenItsEndsAndFollowsItsSeed() throws Exception {
    assertThat(evaluate("States.MathRandom(1, 5)").asInt()).isBetween(1, 4);
    assertThat(evaluate("States.MathRandom(1, 1000000, 7)"))
        .isEqualTo(evaluate("States.MathRandom(1, 1000000, 7)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$ | 9",
        "$.n | {\"n\":9,\"l\":[1]}",
        "$['n'] | {\"n\":9,\"l\":[1]}",
        "$.a.b | {\"n\":1,\"l\":[1],\"a\":{\"b\":9}}",
        "$.l[0] | {\"n\":1,\"l\":[9]}",
      })
  void aResultIsPut(String path, String whole) throws Exception {
    JsonNode data = JSON.readTree("{\"n\":1,\"l\":[1]}");

    assertThat(ReferencePath.parse(path).put(data, JSON.readTree("9")).toString()).isEqualTo(whole);
    assertThat(data.toString()).as("the input stays as it was").isEqualTo("{\"n\":1,\"l\":[1]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.l[*]", "$..n", "$$.n", "n", "$.l[?(@.a)]", "$.l[0:1]", "$.a b"})
  void aPathToSeveralPlacesIsNoReference(String path) {
    assertThatThrownBy(() -> ReferencePath.parse(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode evaluate(String expression) throws Exception {
    JsonNode context = JSON.readTree("{\"Execution\": {\"Name\": \"nightly\"}}");
    return Expression.parse(expression).evaluate(new Scope(JSON.readTree(DATA), context));
  }
}
