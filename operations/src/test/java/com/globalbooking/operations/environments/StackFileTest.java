package com.globalbooking.operations.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
  private static final String SHARED =
      """
      config:
        global-booking:primaryRegion: us-west-2
        global-booking:regions: [us-west-2]
      """;

  @TempDir private Path root;

  private EnvironmentFile read(String text) throws IOException {
    Files.writeString(root.resolve("Pulumi.dev.yaml"), text);
    return EnvironmentFile.read(workspace(), "dev");
  }

  private Workspace workspace() {
    return new Workspace(root, root.resolve(".local"));
  }

  @Test
  void aCopyKeepsOnlyTheKeysOfItsOwnStack() throws IOException {
    var stack = new StackId("dev", "us-west-2");
    Path copy = workspace().stackFile(stack);
    Files.createDirectories(copy.getParent());
    Files.writeString(
        copy,
        """
        secretsprovider: awskms://alias/state?region=eu-central-1
        encryptedkey: AQICAHg=
        config:
          global-booking:natGateways: 3
        encryptionsalt: v1:abc=:v1:def
        """);

    StackFile.write(workspace(), stack, read(SHARED), Map.of("commit", "abc"));

    assertThat(copy)
        .hasContent(
            """
            config:
              global-booking:commit: "abc"
              global-booking:primaryRegion: us-west-2
              global-booking:regions: [us-west-2]
            secretsprovider: awskms://alias/state?region=eu-central-1
            encryptedkey: AQICAHg=
            encryptionsalt: v1:abc=:v1:def
            """);
  }

  @Test
  void whatBelongsToOneStackIsRefusedInTheFileOfAll() {
    assertThatThrownBy(() -> read(SHARED + "encryptionsalt: v1:abc\n"))
        .hasMessageContaining("(encryptionsalt)");
    assertThatThrownBy(() -> read(SHARED + "  global-booking:owner:\n    secure: AAABAHJ\n"))
        .hasMessageContaining("(global-booking:owner)");
  }

  @Test
  void aFileThatCannotBeUsedIsRefusedInASentence() {
    assertThatThrownBy(() -> EnvironmentFile.read(workspace(), "nope"))
        .hasMessageContaining("There is no environment nope");
    assertThatThrownBy(() -> EnvironmentFile.read(workspace(), "local"))
        .hasMessageContaining("scripts/local serve");
    assertThatThrownBy(() -> EnvironmentFile.read(workspace(), "Prod/.."))
        .hasMessageContaining("is not an environment");
    assertThatThrownBy(() -> read("config:\n  global-booking:owner: me\n"))
        .hasMessageContaining("does not set global-booking:primaryRegion");
    assertThatThrownBy(() -> read("config: [")).hasMessageContaining("is not YAML");
  }

  @Test
  void thePrimaryRegionComesFirstAndMustBeOneOfThem() throws IOException {
    assertThat(
            read(SHARED.replace("[us-west-2]", "[eu-west-1, us-west-2]")).environment().regions())
        .containsExactly("us-west-2", "eu-west-1");
    assertThatThrownBy(() -> read(SHARED.replace("[us-west-2]", "[eu-west-1]")))
        .hasMessageContaining("is not one of its regions");
  }
}
