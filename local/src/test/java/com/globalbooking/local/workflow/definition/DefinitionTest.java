package com.globalbooking.local.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Type': 'Pass' | States.A | Next",
        "'Type': 'Pass', 'Next': 'B', 'End': true | States.A | both",
        "'Type': 'Pass', 'Next': 'C' | States.A | 'C'",
        "'Type': 'Pass', 'End': true, 'Resutl': 1 | States.A | Resutl",
        "'Type': 'Pass', 'End': true, 'Retry': [] | States.A | Retry",
        "'Type': 'Poss', 'End': true | States.A | Poss",
        "'End': true | States.A | Type",
        "'Type': 'Pass', 'End': true, 'Parameters': {'n.$': 'n'} | Parameters | JSONPath",
        "'Type': 'Pass', 'End': true, 'Parameters': {'n.$': 1} | Parameters | n.$",
        "'Type': 'Pass', 'End': true, 'ResultPath': '$.a[*]' | ResultPath | reference path",
        "'Type': 'Pass', 'End': true, 'InputPath': 'a' | InputPath | JSONPath",
        "'Type': 'Pass', 'End': true, 'QueryLanguage': 'JSONata' | QueryLanguage | JSONata",
        "'Type': 'Task', 'End': true | States.A | Resource",
        "'Type': 'Task', 'Resource': 'unknown', 'End': true | Resource | unknown",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'TimeoutSeconds': 0 | States.A | TimeoutSeconds",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Retry': [{'ErrorEquals': []}] | Retry[0] | ErrorEquals",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['A']}] | Retry[0] | last",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Retry': [{'ErrorEquals': ['A'], 'BackoffRate': 0.5}] | Retry[0] | BackoffRate",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Retry': [{'ErrorEquals': ['A'], 'Next': 'A'}] | Retry[0] | Next",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Catch': [{'ErrorEquals': ['A']}] | Catch[0] | Next",
        "'Type': 'Task', 'Resource': 'known', 'End': true, 'Catch': [{'ErrorEquals': ['A'], 'Next': 'C'}] | States.A | 'C'",
        "'Type': 'Choice', 'Choices': [] | States.A | Choices",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'Next': 'A'}] | Choices[0] | operator",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'IsNull': true}] | Choices[0] | Next",
        "'Type': 'Choice', 'Choices': [{'IsNull': true, 'Next': 'A'}] | Choices[0] | Variable",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a[*]', 'IsNull': true, 'Next': 'A'}] | Choices[0] | several",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'NumericEquals': '1', 'Next': 'A'}] | Choices[0] | NumericEquals",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'BooleanLessThan': true, 'Next': 'A'}] | Choices[0] | BooleanLessThan",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'Next': 'A'}], 'Next': 'A' | States.A | Next",
        "'Type': 'Wait', 'End': true | States.A | exactly one",
        "'Type': 'Wait', 'Seconds': 1, 'SecondsPath': '$.s', 'End': true | States.A | exactly one",
        "'Type': 'Wait', 'Timestamp': 'tomorrow', 'End': true | Timestamp | moment",
        "'Type': 'Fail', 'Error': 'A', 'ErrorPath': '$.a' | States.A | exclude",
        "'Type': 'Succeed', 'End': true | States.A | End",
        "'Type': 'Parallel', 'Branches': [], 'End': true | Branches | branch",
        "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}] | 'A' | only one",
        "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'X', 'States': {'X': {'Type': 'Pass', 'Next': 'A'}}}] | Branches[0].States.X | 'A'",
        "'Type': 'Map', 'End': true | States.A | ItemProcessor",
        "'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1, 'ItemProcessor': {} | States.A | ToleratedFailureCount",
        "'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED'}} | Mode | distributed",
      })
  void itIsRefused(String state, String where, String what) {
    assertThatThrownBy(() -> parse("{'A': {%s}}".formatted(state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(where)
        .hasMessageContaining(what);
  }

  @Test
  void aStateThatNothingLeadsToIsRefused() {
    assertThatThrownBy(() -> parse("{'A': {'Type': 'Succeed'}, 'B': {'Type': 'Succeed'}}"))
        .hasMessageContaining("nothing leads to [B]");
  }

  @Test
  void statesWithoutAnEndAreRefused() {
    assertThatThrownBy(
            () -> parse("{'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'Next': 'A'}}"))
        .hasMessageContaining("no state ends the flow");
  }

  @Test
  void aStateThatOnlyACatcherLeadsToIsFine() {
    assertThat(
            parse(
                    "{'A': {'Type': 'Task', 'Resource': 'known', 'End': true, 'Catch':"
                        + " [{'ErrorEquals': ['States.ALL'], 'Next': 'B'}]}, 'B': {'Type': 'Fail'}}")
                .flow()
                .states())
        .containsKeys("A", "B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | not JSON",
        "{'StartAt': 'A', 'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | not JSON",
        "[] | must be an object",
        "{'StartAt': 'B', 'States': {'A': {'Type': 'Succeed'}}} | StartAt",
        "{'States': {'A': {'Type': 'Succeed'}}} | StartAt",
        "{'StartAt': 'A'} | States",
        "{'StartAt': 'A', 'States': {'A': 1}} | must be an object",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}, 'Timeout': 1} | Timeout",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}, 'QueryLanguage': 'JSONata'} | JSONata",
      })
  void aDefinitionThatIsNoneIsRefused(String definition, String why) {
    assertThatThrownBy(() -> Definition.parse(definition.replace('\'', '"'), _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static Definition parse(String states) {
    String json = "{'StartAt': 'A', 'States': %s}".formatted(states).replace('\'', '"');
    return Definition.parse(json, "known"::equals);
  }
}
