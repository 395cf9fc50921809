package com.globalbooking.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmokeEventTest {
  private static final String OK =
      """
      {"statusCode":200,"headers":{"content-type":"application/json"},\
      "body":"{\\"status\\":\\"STARTED\\"}","isBase64Encoded":false}""";
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  private static final List<String> RIGHT = List.of(OK, NOTHING_FAILED, SmokeEvent.STARTED);

  private static final List<String> WRONG =
      List.of(
          "",
          "null",
          "{}",
          "[]",
          OK.replace("200", "503"),
          OK.replace("200", "404"),
          OK.replace("200", "500"),
          OK.replace("200", "2001"),
          // what a body says is no status
          OK.replace("200", "503").replace("STARTED", "\\\"statusCode\\\":200,"),
          "{\"statusCode\":503,\"body\":\"{\\\"statusCode\\\":200,\\\"code\\\":\\\"BUSY\\\"}\"}",
          "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}",
          "{\"batchItemFailures\":null}",
          "{\"batchItemFailures\"",
          "{\"started\":false}",
          "{\"schemaVersion\":\"1\"}",
          "{\"errorMessage\":\"exited\",\"errorType\":\"Runtime.ExitError\"}",
          "{\"errorMessage\":\"{\\\"batchItemFailures\\\":[]}\"}");

  @ParameterizedTest
  @EnumSource
  void exactlyOneOfTheRightAnswersPassesAsEachFunction(Function function) {
    assertThat(RIGHT).filteredOn(answer -> SmokeEvent.isPassedBy(function, answer)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void noWrongAnswerPassesAsAnyFunction(Function function) {
    assertThat(WRONG).noneMatch(answer -> SmokeEvent.isPassedBy(function, answer));
  }

  @ParameterizedTest
  @EnumSource
  void theEventIsOneThatTheFunctionTakesAndHasNoEffect(Function function) {
    String passes =
        RIGHT.stream().filter(a -> SmokeEvent.isPassedBy(function, a)).findFirst().get();

    assertThat(SmokeEvent.of(function))
        .isEqualTo(
            switch (passes) {
              case NOTHING_FAILED -> "{\"Records\":[]}";
              case SmokeEvent.STARTED -> "{\"" + SmokeEvent.SMOKE + "\":true}";
              default -> "{\"routeKey\":\"" + Route.HEALTH.key() + "\"}";
            });
  }
}
