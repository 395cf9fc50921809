package com.globalbooking.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStoreTest {
  @TempDir private Path directory;

  @Test
  void unpacksOncePerContent() throws IOException {
    var store = new PackageStore(directory.resolve("packages"));
    Path first = store.unpacked(zip("a.zip", "lib/one.txt", "1"));
    Path again = store.unpacked(zip("copy.zip", "lib/one.txt", "1"));
    Path other = store.unpacked(zip("b.zip", "lib/one.txt", "2"));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(first.resolve("lib/one.txt")).hasContent("1");
    assertThat(directory.resolve("packages")).isDirectoryNotContaining("glob:**unpacking-*");
  }

  @Test
  void givesFilesTheModesThatThePackageSays() throws IOException {
    Path zip = zip("modes.zip", "bootstrap", "#!");
    try (FileSystem content =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      Files.setPosixFilePermissions(
          content.getPath("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.writeString(content.getPath("plain"), "text");
      Files.setPosixFilePermissions(
          content.getPath("plain"), PosixFilePermissions.fromString("rw-r--r--"));
    }

    Path root = new PackageStore(directory.resolve("packages")).unpacked(zip);

    assertThat(Files.isExecutable(root.resolve("bootstrap"))).isTrue();
    assertThat(Files.isReadable(root.resolve("plain"))).isTrue();
    assertThat(Files.getPosixFilePermissions(root.resolve("plain")))
        .doesNotContain(PosixFilePermission.OWNER_EXECUTE);
  }

  @Test
  void refusesAnEntryThatLeadsOutOfThePackage() throws IOException {
    var store = new PackageStore(directory.resolve("packages"));
    Path evil = zip("evil.zip", "../../evil.txt", "x");

    assertThatThrownBy(() -> store.unpacked(evil)).hasMessageContaining("../../evil.txt");
    assertThat(directory.resolve("evil.txt")).doesNotExist();
  }

  @Test
  void namesThePackageThatIsMissingOrNoZip() throws IOException {
    var store = new PackageStore(directory.resolve("packages"));
    Path text = Files.writeString(directory.resolve("text.zip"), "no zip");

    assertThatThrownBy(() -> store.unpacked(directory.resolve("missing.zip")))
        .hasMessageContaining("missing.zip");
    assertThatThrownBy(() -> store.unpacked(text)).hasMessageContaining("text.zip");
  }

  private Path zip(String name, String entry, String content) throws IOException {
    return FakePackage.zip(directory.resolve(name), entry, content);
  }
}
