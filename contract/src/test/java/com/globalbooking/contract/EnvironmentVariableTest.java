package com.globalbooking.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentVariableTest {

  @Test
  void functionsReadAVariableAsAKebabCaseProperty() {
    assertThat(EnvironmentVariable.BOOKING_INVENTORY_TABLE.property())
        .isEqualTo("booking.inventory-table");
  }
}
