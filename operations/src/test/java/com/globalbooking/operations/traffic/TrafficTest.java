package com.globalbooking.operations.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.environments.StackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private final Map<String, Integer> thresholds = new TreeMap<>(Map.of("a", 2, "b", 2, "c", 2));
  private final Map<String, String> faults = new TreeMap<>();
  private final HealthChecks checks =
      new HealthChecks() {
        @Override
        public Check get(String id) {
          return new Check(2, thresholds.getOrDefault(id, 0));
        }

        @Override
        public void setThreshold(String id, int threshold) {
          thresholds.put(id, threshold);
        }
      };
  private final Traffic traffic =
      new Traffic(
          checks, region -> Optional.ofNullable(faults.get(region.stack().region())), line -> {});

  static Outputs region(String id) {
    return new Outputs(
        new StackId("prod", id),
        JsonNodeFactory.instance
            .objectNode()
            .put(StackOutput.REGION, id)
            .put(StackOutput.HEALTH_CHECK_ID, id));
  }

  @Test
  void drainingAsksForMoreHealthyChildrenThanThereAreAndUndrainingForAll() {
    traffic.drain(region("a"), List.of(region("b")));
    assertThat(thresholds).containsEntry("a", 3).containsEntry("b", 2);

    traffic.undrain(region("a"));
    assertThat(thresholds).containsEntry("a", 2);
  }

  @Test
  void theLastHealthyRegionIsNotDrained() {
    thresholds.put("b", 3);
    faults.put("c", "answers 503");

    assertThatThrownBy(() -> traffic.drain(region("a"), List.of(region("b"), region("c"))))
        .hasMessageContaining("b is drained; c answers 503");
    assertThatThrownBy(() -> traffic.drain(region("a"), List.of()))
        .hasMessageContaining("is the last Region");
    assertThat(thresholds).containsEntry("a", 2);
  }

  @Test
  void aRegionThatWasNeverDeployedTakesNobody() {
    var absent = new Outputs(new StackId("prod", "b"), JsonNodeFactory.instance.objectNode());

    assertThatThrownBy(() -> traffic.drain(region("a"), List.of(absent)))
        .hasMessageContaining("b has not been deployed");
  }

  @Test
  void anEnvironmentWithoutADomainCannotBeDrained() {
    assertThatThrownBy(() -> traffic.drain(region(""), List.of(region("b"))))
        .hasMessageContaining("no domain name");
  }
}
