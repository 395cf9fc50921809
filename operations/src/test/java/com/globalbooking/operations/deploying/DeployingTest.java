package com.globalbooking.operations.deploying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.EnvironmentFile;
import com.globalbooking.operations.environments.Workspace;
import com.globalbooking.operations.pulumi.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployingTest {
  private static final String THREE_REGIONS =
      """
      # committed
      config:
        global-booking:primaryRegion: us-west-2
        global-booking:regions:
          - eu-west-1
          - us-west-2
          - ap-southeast-1
      """;

  @TempDir private Path root;

  private final RecordingPulumi pulumi = new RecordingPulumi();
  private final List<String> printed = new ArrayList<>();

  private Deploying deploying(String environment, String configuration) throws IOException {
    Files.writeString(root.resolve("Pulumi." + environment + ".yaml"), configuration);
    var workspace = new Workspace(root, root.resolve(".local"));
    return new Deploying(
        workspace,
        EnvironmentFile.read(workspace, environment),
        pulumi,
        printed::add,
        Clock.systemUTC(),
        Optional.of("0123456789012345678901234567890123456789"));
  }

  @Test
  void upMakesMissingStacksAndTakesThePrimaryRegionFirst() throws IOException {
    deploying("prod", THREE_REGIONS).up(List.of());

    assertThat(pulumi.calls)
        .containsExactly(
            "create prod-us-west-2",
            "up prod-us-west-2",
            "create prod-eu-west-1",
            "up prod-eu-west-1",
            "create prod-ap-southeast-1",
            "up prod-ap-southeast-1");
  }

  @Test
  void upOrdersTheRegionsThatItIsAskedFor() throws IOException {
    deploying("prod", THREE_REGIONS).up(List.of("eu-west-1", "us-west-2"));

    assertThat(pulumi.calls)
        .filteredOn(it -> it.startsWith("up"))
        .containsExactly("up prod-us-west-2", "up prod-eu-west-1");
  }

  @Test
  void upStopsAtTheFirstRegionThatFailsAndSaysWhyOnce() throws IOException {
    pulumi.reports.put(
        "prod-us-west-2", new Report(false, Map.of(), List.of("aws:sqs/queue:Queue audit: no")));
    var deploying = deploying("prod", THREE_REGIONS);

    assertThatThrownBy(() -> deploying.up(List.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessage("prod-us-west-2: up failed\n  aws:sqs/queue:Queue audit: no");
    assertThat(pulumi.calls).doesNotContain("up prod-eu-west-1");
  }

  @Test
  void aReplicaIsNotDeployedBeforeThePrimaryRegion() throws IOException {
    var deploying = deploying("prod", THREE_REGIONS);

    assertThatThrownBy(() -> deploying.up(List.of("eu-west-1")))
        .hasMessageContaining("first scripts/up prod us-west-2");
    assertThatThrownBy(() -> deploying.preview(List.of("eu-west-1"), false))
        .hasMessageContaining("first scripts/up prod us-west-2");
    assertThat(pulumi.calls).isEmpty();
  }

  @Test
  void aPreviewOfAllRegionsLeavesReplicasOutUntilThePrimaryIsThere() throws IOException {
    deploying("prod", THREE_REGIONS).preview(List.of(), false);

    assertThat(pulumi.calls).containsExactly("create prod-us-west-2", "preview prod-us-west-2");
    assertThat(printed).anyMatch(it -> it.startsWith("prod-eu-west-1: no preview before"));
  }

  @Test
  void aRegionWithResourcesDoesNotDropOutOfTheConfiguration() throws IOException {
    pulumi.resources.put("prod-us-west-2", 300);
    pulumi.resources.put("prod-sa-east-1", 330);
    pulumi.resources.put("dev-us-east-1", 300);
    var deploying = deploying("prod", THREE_REGIONS);

    assertThatThrownBy(() -> deploying.up(List.of()))
        .hasMessageContaining("still has 330 resources")
        .hasMessageContaining("scripts/retire prod sa-east-1");
    assertThatThrownBy(() -> deploying.preview(List.of(), false))
        .hasMessageContaining("scripts/retire prod sa-east-1");
    assertThat(pulumi.calls).isEmpty();
  }

  @Test
  void anEmptyStackOfAnotherRegionIsNoReasonToRefuse() throws IOException {
    pulumi.resources.put("prod-sa-east-1", 0);

    deploying("prod", THREE_REGIONS).up(List.of("us-west-2"));

    assertThat(pulumi.calls).contains("up prod-us-west-2");
  }

  @Test
  void aChangeThatWasNotExpectedFailsThePreview() throws IOException {
    pulumi.resources.put("dev-us-west-2", 300);
    pulumi.reports.put(
        "dev-us-west-2", new Report(true, Map.of("same", 299, "update", 1), List.of()));
    var deploying = deploying("dev", THREE_REGIONS);

    deploying.preview(List.of("us-west-2"), false);
    assertThatThrownBy(() -> deploying.preview(List.of("us-west-2"), true))
        .hasMessage("dev-us-west-2: no change was expected, but 1 to change, 299 unchanged");
  }

  @Test
  void productionIsNotDestroyed() throws IOException {
    pulumi.resources.put("prod-us-west-2", 300);
    var deploying = deploying("prod", THREE_REGIONS);

    assertThatThrownBy(() -> deploying.destroy(List.of())).hasMessageContaining("is production");
    assertThat(pulumi.calls).isEmpty();
  }

  @Test
  void destroyTakesThePrimaryRegionLast() throws IOException {
    for (String region : List.of("us-west-2", "eu-west-1")) {
      pulumi.resources.put("dev-" + region, 300);
    }

    deploying("dev", THREE_REGIONS).destroy(List.of());

    assertThat(pulumi.calls).containsExactly("destroy dev-eu-west-1", "destroy dev-us-west-2");
  }

  @Test
  void thePrimaryRegionIsNotDestroyedUnderItsReplicas() throws IOException {
    for (String region : List.of("us-west-2", "eu-west-1")) {
      pulumi.resources.put("dev-" + region, 300);
    }
    var deploying = deploying("dev", THREE_REGIONS);

    assertThatThrownBy(() -> deploying.destroy(List.of("us-west-2")))
        .hasMessageContaining("scripts/destroy dev eu-west-1 first");
    assertThat(pulumi.calls).isEmpty();
  }

  @Test
  void theCommittedFileStaysAsItIs() throws IOException {
    deploying("prod", THREE_REGIONS).up(List.of());

    assertThat(root.resolve("Pulumi.prod.yaml")).hasContent(THREE_REGIONS);
    assertThat(root.resolve(".local/stacks/Pulumi.prod-eu-west-1.yaml"))
        .content()
        .contains("  global-booking:commit: \"0123456789012345678901234567890123456789\"\n");
  }
}
