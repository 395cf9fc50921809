package com.globalbooking.operations.retiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.deploying.Deploying;
import com.globalbooking.operations.deploying.RecordingPulumi;
import com.globalbooking.operations.environments.EnvironmentFile;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.environments.Workspace;
import com.globalbooking.operations.traffic.HealthChecks;
import com.globalbooking.operations.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetiringTest {
  @TempDir private Path root;

  private final RecordingPulumi pulumi = new RecordingPulumi();
  private final Deque<Long> depths = new ArrayDeque<>();
  private OwnData.Found own = new OwnData.Found(0, 0, "");
  private LocalDate asked = LocalDate.EPOCH;

  @BeforeEach
  void deployed() {
    pulumi.resources.put("prod-us-west-2", 300);
    pulumi.resources.put("prod-eu-west-1", 300);
  }

  private static Outputs region(String name) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put(StackOutput.REGION, name).put(StackOutput.HEALTH_CHECK_ID, name);
    values.putObject(StackOutput.QUEUE_URLS).put("audit", "http://queue");
    return new Outputs(new StackId("prod", name), values);
  }

  private void retire(String name) throws IOException {
    Files.writeString(
        root.resolve("Pulumi.prod.yaml"),
        """
        config:
          global-booking:primaryRegion: us-west-2
          global-booking:regions: [us-west-2, eu-west-1]
        """);
    var workspace = new Workspace(root, root.resolve(".local"));
    var file = EnvironmentFile.read(workspace, "prod");
    // Midday in Greenwich is midnight where the day ends last.
    var clock = Clock.fixed(Instant.parse("2026-11-28T11:59:00Z"), ZoneOffset.UTC);
    var checks =
        new HealthChecks() {
          @Override
          public Check get(String id) {
            return new Check(2, 2);
          }

          @Override
          public void setThreshold(String id, int threshold) {
            pulumi.calls.add("threshold " + id + " " + threshold);
          }
        };
    new Retiring(
            file.environment(),
            new Retiring.Parts(
                new Traffic(checks, it -> Optional.empty(), line -> {}),
                (it, today) -> {
                  asked = today;
                  return own;
                },
                url -> depths.isEmpty() ? 0 : depths.pop(),
                it -> pulumi.calls.add("lift " + it.stack()),
                new Deploying(workspace, file, pulumi, line -> {}, clock, Optional.empty()),
                duration -> {}),
            line -> {},
            clock)
        .retire(region(name), List.of(region("us-west-2")), Duration.ofMinutes(1));
  }

  @Test
  void aRegionIsDrainedEmptiedUnprotectedAndDestroyedInThisOrder() throws IOException {
    depths.addAll(List.of(5L, 0L, 1L));

    retire("eu-west-1");

    assertThat(pulumi.calls)
        .containsExactly(
            "threshold eu-west-1 3",
            "lift prod-eu-west-1",
            "unprotect prod-eu-west-1",
            "destroy prod-eu-west-1");
    assertThat(depths).isEmpty();
    assertThat(asked).isEqualTo(LocalDate.parse("2026-11-27"));
  }

  @Test
  void aRegionThatStillSellsIsDrainedAndNothingMore() {
    own = new OwnData.Found(12, 3, "2026-12-24");

    assertThatThrownBy(() -> retire("eu-west-1"))
        .hasMessageContaining("12 allotments")
        .hasMessageContaining("3 live bookings")
        .hasMessageContaining("2026-12-24");
    assertThat(pulumi.calls).containsExactly("threshold eu-west-1 3");
  }

  @Test
  void aQueueThatDoesNotRunEmptyEndsIt() {
    depths.addAll(List.of(9L, 9L, 9L, 9L, 9L, 9L, 9L));

    assertThatThrownBy(() -> retire("eu-west-1"))
        .hasMessageContaining("did not run empty in 1 minutes: {audit=9}");
    assertThat(pulumi.calls).containsExactly("threshold eu-west-1 3");
  }

  @Test
  void thePrimaryRegionIsNotRetired() {
    assertThatThrownBy(() -> retire("us-west-2")).hasMessageContaining("is the primary Region");
    assertThat(pulumi.calls).isEmpty();
  }
}
