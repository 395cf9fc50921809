package com.globalbooking.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.workflow.data.StateFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceStateTest {
  private final WorkflowFixture workflow = new WorkflowFixture();

  @AfterEach
  void stop() {
    workflow.close();
  }

  /** The seed's checker answers under {@code body}; its Choice reads one level above. */
  @Test
  void theSeedsDefect1AChoicePathThatTheFunctionsAnswerDoesNotHaveFailsTheExecution()
      throws Exception {
    workflow.function(
        "checker",
        _ -> WorkflowFixture.answer("{\"statusCode\":200,\"body\":{\"driftDetected\":true}}"));

    StateFailure failure =
        workflow.failure(seed("$.reconciliationResult.Payload.driftDetected"), "{}");

    assertThat(failure.error()).isEqualTo("States.Runtime");
    assertThat(failure.explanation())
        .contains("$.reconciliationResult.Payload.driftDetected")
        .contains("references an invalid value");
  }

  @Test
  void theSeedsDefect1IsGoneWithThePathThatTheAnswerHas() throws Exception {
    workflow.function(
        "checker",
        _ -> WorkflowFixture.answer("{\"statusCode\":200,\"body\":{\"driftDetected\":true}}"));

    assertThat(
            workflow
                .output(seed("$.reconciliationResult.Payload.body.driftDetected"), "{}")
                .path("resolved")
                .asBoolean())
        .isTrue();
  }

  private static String seed(String path) {
    return """
        {"Check": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "checker", "Payload": {}},
            "ResultPath": "$.reconciliationResult", "Next": "Drift?"},
         "Drift?": {"Type": "Choice", "Default": "Nothing",
            "Choices": [{"Variable": "%s", "BooleanEquals": true, "Next": "ResolveDrift"}]},
         "ResolveDrift": {"Type": "Pass", "Result": {"resolved": true}, "End": true},
         "Nothing": {"Type": "Succeed"}}
        """
        .formatted(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'StringEquals': 'b' | true",
        "'StringLessThan': 'c' | true",
        "'StringGreaterThan': 'c' | false",
        "'StringLessThanEquals': 'b' | true",
        "'StringGreaterThanEquals': 'b' | true",
        "'StringEqualsPath': '$.same' | true",
        "'StringLessThanPath': '$.same' | false",
        "'StringMatches': '*' | true",
        "'StringMatches': 'a*' | false",
        "'StringMatches': '\\\\*' | false",
        "'NumericEquals': 1 | false",
        "'IsString': true | true",
        "'IsNumeric': true | false",
        "'IsNumeric': false | true",
        "'IsNull': true | false",
        "'IsBoolean': true | false",
        "'IsTimestamp': true | false",
        "'IsPresent': true | true",
        "'IsPresent': false | false",
      })
  void aText(String test, boolean matches) throws Exception {
    assertThat(chosen("'Variable': '$.value', " + test, "{'value': 'b', 'same': 'b'}"))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'NumericEquals': 2 | true",
        "'NumericEquals': 2.0 | true",
        "'NumericLessThan': 2.5 | true",
        "'NumericGreaterThan': 2 | false",
        "'NumericLessThanEquals': 2 | true",
        "'NumericGreaterThanEquals': 3 | false",
        "'NumericEqualsPath': '$.same' | true",
        "'NumericGreaterThanPath': '$.same' | false",
        "'NumericLessThanEqualsPath': '$.same' | true",
        "'StringEquals': '2' | false",
        "'IsNumeric': true | true",
      })
  void aNumber(String test, boolean matches) throws Exception {
    assertThat(chosen("'Variable': '$.value', " + test, "{'value': 2, 'same': 2}"))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'TimestampEquals': '2026-03-01T13:00:00+01:00' | true",
        "'TimestampLessThan': '2026-03-01T12:00:01Z' | true",
        "'TimestampGreaterThan': '2026-03-01T12:00:01Z' | false",
        "'TimestampGreaterThanEqualsPath': '$.value' | true",
        "'IsTimestamp': true | true",
      })
  void aTimestamp(String test, boolean matches) throws Exception {
    assertThat(chosen("'Variable': '$.value', " + test, "{'value': '2026-03-01T12:00:00Z'}"))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'And': [{'Variable': '$.t', 'BooleanEquals': true}, {'Variable': '$.f', 'BooleanEquals': true}] | false",
        "'And': [{'Variable': '$.t', 'BooleanEquals': true}, {'Variable': '$.f', 'BooleanEquals': false}] | true",
        "'Or': [{'Variable': '$.t', 'BooleanEquals': true}, {'Variable': '$.gone', 'BooleanEquals': true}] | true",
        "'Or': [{'Variable': '$.f', 'BooleanEquals': true}, {'Variable': '$.t', 'BooleanEquals': false}] | false",
        "'Not': {'Variable': '$.f', 'BooleanEqualsPath': '$.t'} | true",
        "'And': [{'Variable': '$.gone', 'IsPresent': true}, {'Variable': '$.gone', 'IsNull': true}] | false",
        "'Variable': '$.list[0]', 'IsPresent': true | false",
        "'Variable': '$.nothing', 'IsNull': true | true",
        "'Variable': '$$.State.Name', 'StringEquals': 'Choose' | true",
      })
  void conditionsOfConditions(String condition, boolean matches) throws Exception {
    assertThat(chosen(condition, "{'t': true, 'f': false, 'nothing': null, 'list': []}"))
        .isEqualTo(matches);
  }

  @Test
  void aMissingPathToCompareWithFailsTheExecutionToo() throws Exception {
    StateFailure failure =
        workflow.failure(
            states("'Variable': '$.value', 'NumericEqualsPath': '$.gone'"), "{\"value\": 1}");

    assertThat(failure.error()).isEqualTo("States.Runtime");
  }

  @Test
  void theFirstRuleThatMatchesDecides() throws Exception {
    String output =
        workflow
            .output(
                """
                {"Choose": {"Type": "Choice", "Choices": [
                   {"Variable": "$", "IsNumeric": true, "Next": "First"},
                   {"Variable": "$", "NumericEquals": 1, "Next": "Second"}]},
                 "First": {"Type": "Pass", "Result": "first", "End": true},
                 "Second": {"Type": "Pass", "Result": "second", "End": true}}
                """,
                "1")
            .asText();

    assertThat(output).isEqualTo("first");
  }

  @Test
  void withoutAMatchAndADefaultTheExecutionFails() throws Exception {
    StateFailure failure =
        workflow.failure(
            """
            {"Choose": {"Type": "Choice", "Choices": [
               {"Variable": "$", "NumericEquals": 2, "Next": "End"}]},
             "End": {"Type": "Succeed"}}
            """,
            "1");

    assertThat(failure.error()).isEqualTo("States.NoChoiceMatched");
  }

  private boolean chosen(String condition, String input) throws Exception {
    return workflow.output(states(condition), input.replace('\'', '"')).asBoolean();
  }

  private static String states(String condition) {
    return """
        {"Choose": {"Type": "Choice", "Default": "No", "Choices": [{%s, "Next": "Yes"}]},
         "Yes": {"Type": "Pass", "Result": true, "End": true},
         "No": {"Type": "Pass", "Result": false, "End": true}}
        """
        .formatted(condition.replace('\'', '"'));
  }
}
