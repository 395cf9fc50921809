package com.globalbooking.stack.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.contract.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of functions, as small as can be. */
public final class TestPackages {

  /** As in an ELF header. */
  public static final int X86_64 = 62;

  /** As in an ELF header. */
  public static final int ARM64 = 183;

  private static final byte[] SCRIPT = "#!/bin/sh\n".getBytes(UTF_8);

  private TestPackages() {}

  /** A folder with the package of every function, in both packagings. */
  static Path built() {
    Path directory = Path.of("target", "test-packages");
    for (Function function : Function.values()) {
      for (String place : List.of("target/function.zip", "target/native/function.zip")) {
        Path file = directory.resolve(function.id()).resolve(place);
        if (!Files.exists(file)) {
          write(file, "bootstrap", SCRIPT);
        }
      }
    }
    return directory;
  }

  /** Writes a package that holds one file. */
  public static void write(Path file, String entry, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        var written = new ZipEntry(entry);
        written.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(written);
        zip.write(content);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * An executable with a header, one loadable segment and in it the names of versions of glibc.
   *
   * @param machine {@link #X86_64} or {@link #ARM64}
   * @param names texts as a linker writes them, such as {@code GLIBC_2.34}
   */
  public static byte[] executable(int machine, String... names) {
    byte[] strings = String.join("\0", names).getBytes(UTF_8);
    int headers = 64 + 56;
    ByteBuffer file = ByteBuffer.allocate(headers + strings.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 0x464c457f).putShort(18, (short) machine);
    file.putLong(32, 64).putShort(56, (short) 1);
    file.putInt(64, 1).putLong(64 + 8, 0).putLong(64 + 32, headers + strings.length);
    file.position(headers);
    file.put(strings);
    return file.array();
  }
}
