package com.globalbooking.operations.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.operations.environments.LocalProviders;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.environments.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliEnvironmentTest {
  private static final StackId STACK = new StackId("local", "eu-west-1");
  private static final String ACQUISITION = "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION";

  @TempDir private Path root;

  @Test
  void aLocalRegionIsReachedAtThePortThatItsServerHasWrittenDown() throws IOException {
    var workspace = new Workspace(root, root.resolve("local"));
    Files.createDirectories(root.resolve("local"));
    Files.writeString(
        workspace.providersFile(),
        "{\"eu-west-1\": 4711, \"awsEndpoint\": \"http://127.0.0.1:4712\"}");

    assertThat(new LocalVariables(workspace).variables(Optional.of(STACK)))
        .containsEntry("PULUMI_DEBUG_PROVIDERS", "aws:4711")
        .containsEntry("PULUMI_BACKEND_URL", "file://" + root.resolve("local/pulumi/state"))
        .containsEntry(ACQUISITION, "true");
    assertThat(root.resolve("local/pulumi/state")).isDirectory();
    assertThat(LocalProviders.read(workspace).awsEndpoint())
        .contains(URI.create("http://127.0.0.1:4712"));
    assertThatThrownBy(
            () ->
                new LocalVariables(workspace)
                    .variables(Optional.of(new StackId("local", "us-west-2"))))
        .hasMessageContaining("us-west-2 is not served");
  }

  @Test
  void withoutAServerTheCommandThatStartsItIsNamed() {
    var workspace = new Workspace(root, root);

    assertThatThrownBy(() -> new LocalVariables(workspace).variables(Optional.of(STACK)))
        .hasMessageContaining("scripts/local serve");
  }

  @Test
  void theProviderOfAwsIsFetchedUnlessTheOperatorForbidsIt() {
    assertThat(new AwsVariables(Map.of()).variables(Optional.empty()))
        .containsEntry(ACQUISITION, "false")
        .containsEntry("PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true");
    assertThat(new AwsVariables(Map.of(ACQUISITION, "true")).variables(Optional.empty()))
        .containsEntry(ACQUISITION, "true");
  }
}
