package com.globalbooking.local.functions;

import com.globalbooking.local.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** Function packages, each unpacked once per content, files with their modes. */
public final class PackageStore {
  private final Path directory;

  /**
   * @param directory takes what is unpacked
   */
  public PackageStore(Path directory) {
    this.directory = directory;
  }

  /**
   * The directory that holds the content of a package.
   *
   * @throws UncheckedIOException when the package is missing or not a zip file
   */
  public Path unpacked(Path packageZip) {
    try {
      Path target = directory.resolve(sha256(packageZip));
      if (!Files.isDirectory(target)) {
        Files.createDirectories(directory);
        Path half = Files.createTempDirectory(directory, "unpacking-");
        unpack(packageZip, half);
        publish(half, target);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + packageZip + ": " + e.getMessage(), e);
    }
  }

  /** Renames a complete directory, so that nobody ever sees half a package. */
  private static void publish(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyWasFaster) {
      DirectoryTree.delete(half);
    }
  }

  /** Entries that the zip gives no mode, as Java's own tools write it, may be executed. */
  private static void unpack(Path packageZip, Path directory) throws IOException {
    try (FileSystem zip =
            FileSystems.newFileSystem(packageZip, Map.of("enablePosixFileAttributes", true));
        Stream<Path> entries = Files.walk(zip.getPath("/"))) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path copy = directory.resolve(entry.toString().substring(1));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(entry, copy);
          Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(entry));
        }
      }
    } catch (ProviderNotFoundException e) {
      throw new IOException("it is not a zip file", e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
