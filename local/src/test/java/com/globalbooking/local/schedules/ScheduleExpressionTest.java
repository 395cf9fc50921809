package com.globalbooking.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.schedules.ScheduleExpression.At;
import com.globalbooking.local.schedules.ScheduleExpression.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource({
    "rate(5 minutes), PT5M",
    "rate(1 minute), PT1M",
    "rate(2 hours), PT2H",
    "rate(1 day), PT24H",
  })
  void aRate(String text, Duration interval) {
    assertThat(ScheduleExpression.parse(text, UTC)).isEqualTo(new Rate(interval));
  }

  @Test
  void aMomentIsMeantInItsZone() {
    assertThat(ScheduleExpression.parse("at(2026-07-01T12:00:00)", ZoneId.of("Europe/Paris")))
        .isEqualTo(new At(Instant.parse("2026-07-01T10:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(0 minutes)",
        "rate(-1 minutes)",
        "rate(5 seconds)",
        "rate(5)",
        "at(tomorrow)",
        "every day",
        "",
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ScheduleExpression.parse(text, UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cronIsRefusedWithWhatThereIsInstead() {
    assertThatThrownBy(() -> ScheduleExpression.parse("cron(0/5 * * * ? *)", UTC))
        .hasMessageContaining("rate(...)");
  }
}
