package com.globalbooking.stack.functions;

import com.pulumi.asset.Asset;
import com.pulumi.asset.FileAsset;
import com.pulumi.asset.StringAsset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The package of a function on disk: a zip with the executable {@code bootstrap} at its root.
 *
 * @param buildCommand what to run, in the repository root, to build it
 */
record FunctionPackage(Path file, String buildCommand) {

  /** What stands for the digest of a package that a preview has to do without. */
  static final String NOT_BUILT = "not-built";

  private static final String BOOTSTRAP = "bootstrap";

  /** Folder of the Java runtime that a package brings, if it does. */
  private static final String RUNTIME = "runtime/";

  /** The C library of {@code provided.al2023} is 2.34. */
  private static final int GLIBC_MINOR_MAX = 34;

  /** Whether it has been built. */
  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** What a deployment puts into the bucket; a note while there is nothing to put. */
  Asset asset() {
    return exists()
        ? new FileAsset(file.toString())
        : new StringAsset("%s has not been built: %s".formatted(file, buildCommand));
  }

  /** SHA-256 of the file, in hexadecimal digits. */
  String digest() {
    if (!exists()) {
      return NOT_BUILT;
    }
    try (var input =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      input.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(input.getMessageDigest().digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Why Lambda could not start it on these processors: sentences without their full stop. */
  List<String> problems(Architecture architecture) {
    if (!exists()) {
      return List.of(
          "The package %s does not exist; build it with %s".formatted(file, buildCommand));
    }
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(BOOTSTRAP) == null) {
        return List.of(
            "The package %s has no executable '%s'; build it with %s"
                .formatted(file, BOOTSTRAP, buildCommand));
      }
      List<String> problems = new ArrayList<>();
      for (ZipEntry entry : zip.stream().filter(FunctionPackage::isExecutable).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          ElfFile.read(content)
              .flatMap(elf -> problem(entry.getName(), elf, architecture))
              .ifPresent(problems::add);
        }
      }
      return problems;
    } catch (IOException noZip) {
      return List.of(
          "The package %s is no zip file; build it with %s".formatted(file, buildCommand));
    }
  }

  private static boolean isExecutable(ZipEntry entry) {
    String name = entry.getName();
    return name.equals(BOOTSTRAP)
        || name.startsWith(RUNTIME + "bin/")
        || (name.startsWith(RUNTIME) && name.endsWith(".so"));
  }

  private Optional<String> problem(String entry, ElfFile elf, Architecture architecture) {
    if (elf.processor() != architecture.elfMachine()) {
      return Optional.of(
          "The package %s holds %s for another processor than %s; build it on such a machine with %s"
              .formatted(file, entry, architecture.value(), buildCommand));
    }
    if (elf.glibcMinor() > GLIBC_MINOR_MAX) {
      return Optional.of(
          "The package %s holds %s, which needs glibc 2.%d; Lambda's provided.al2023 has 2.%d: build"
                  .formatted(file, entry, elf.glibcMinor(), GLIBC_MINOR_MAX)
              + " it on a system that is no newer, with "
              + buildCommand);
    }
    return Optional.empty();
  }
}
