package com.globalbooking.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduledTaskTest {

  @Test
  void theEventOfTheHeartbeatNamesItsTask() {
    assertThat(ScheduledTask.HEARTBEAT_EVENT).isEqualTo("{\"task\":\"heartbeat\"}");
  }
}
