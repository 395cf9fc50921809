package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.StackRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole resource graph of a Region with the committed configuration, as a text to be reviewed
 * like code. {@code -Dsnapshot.update=true} writes it anew.
 */
@Timeout(90)
class TopologySnapshotTest {

  private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "snapshots");

  @ParameterizedTest
  @ValueSource(
      strings = {"prod-us-west-2", "prod-eu-west-1", "prod-ap-southeast-1", "dev-us-west-2"})
  void aRegionIsAsReviewed(String stackName) throws IOException {
    assertSnapshot(stackName);
  }

  private static void assertSnapshot(String stackName) throws IOException {
    String actual = StackRun.of(stackName).run().sound().snapshot();
    Path file = SNAPSHOTS.resolve(stackName + ".txt");
    if (Boolean.getBoolean("snapshot.update")) {
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s; when the change is meant, run with -Dsnapshot.update=true", file)
        .isEqualTo(Files.readString(file));
  }
}
