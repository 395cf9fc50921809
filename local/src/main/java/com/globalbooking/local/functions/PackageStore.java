package com.globalbooking.local.functions;

import com.globalbooking.local.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Function packages, each unpacked once per content. */
final class PackageStore {
  private static final String BOOTSTRAP = "bootstrap";

  private final Path directory;

  PackageStore(Path directory) {
    this.directory = directory;
  }

  /**
   * The directory that holds the content of a package.
   *
   * @throws UncheckedIOException when the package is missing or not a zip file
   */
  Path unpacked(Path packageZip) {
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

  private static void unpack(Path packageZip, Path directory) throws IOException {
    int entries = 0;
    try (var zip = new ZipInputStream(Files.newInputStream(packageZip))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
          throw new IOException("entry '" + entry.getName() + "' leads out of the package");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          createParent(file);
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
        }
        entries++;
      }
    }
    if (entries == 0) {
      throw new IOException("it is not a zip file, or empty");
    }
    // The stream does not carry file modes; this file is the one that is executed.
    Path bootstrap = directory.resolve(BOOTSTRAP);
    if (Files.exists(bootstrap) && !bootstrap.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + bootstrap + " executable");
    }
  }

  private static void createParent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
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
