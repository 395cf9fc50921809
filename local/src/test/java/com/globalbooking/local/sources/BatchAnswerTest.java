package com.globalbooking.local.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
  private static final List<String> IDS = List.of("1", "2", "3");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
  void nothingSaidIsSuccess(String answer) {
    assertThat(read(answer)).isEqualTo(new BatchAnswer.Done());
  }

  @Test
  void theNamedItemsFailed() {
    assertThat(
            read("{\"batchItemFailures\":[{\"itemIdentifier\":\"3\"},{\"itemIdentifier\":\"2\"}]}"))
        .isEqualTo(new BatchAnswer.Partial(Set.of("2", "3")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "\"done\"",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"item\":\"1\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"4\"}]}"
      })
  void whatCannotBeMatchedWithTheBatchFailsAllOfIt(String answer) {
    assertThat(read(answer)).isInstanceOf(BatchAnswer.Unusable.class);
  }

  private static BatchAnswer read(String answer) {
    return BatchAnswer.read(answer.getBytes(StandardCharsets.UTF_8), IDS);
  }
}
