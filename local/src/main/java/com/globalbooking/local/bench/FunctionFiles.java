package com.globalbooking.local.bench;

import com.globalbooking.local.functions.JavaRuntime;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A function's packages, laid out for starting. All JVM variants share one class path of jars only,
 * because an AOT cache takes no directories: the package's own classes go into a jar of their own.
 *
 * @param root of the repository
 * @param function its id, a folder of {@code lambdas/}
 * @param work where packages are unpacked and caches written
 */
record FunctionFiles(Path root, String function, Path work) {
  private static final String LIB = "lib/";

  /** The handler that every function of ours has on the JVM. */
  static final String JVM_HANDLER =
      "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

  /**
   * Unpacks what the variant needs.
   *
   * @return the command that starts it
   * @throws IOException when its package is not built; the message names the script that builds it
   */
  List<String> prepare(Variant variant) throws IOException {
    return variant.isJvm() ? jvmCommand(variant) : List.of(unpackBootstrap().toString());
  }

  /** Where the AOT cache of the function is written to and read from. */
  Path aotCache() {
    return work.resolve("function.aot");
  }

  /**
   * Where the build puts the package that the variant runs.
   *
   * @throws IOException when it is not there; the message names the script that builds it
   */
  static Path packageOf(Path root, String function, Variant variant) throws IOException {
    Path target = root.resolve("lambdas").resolve(function).resolve("target");
    Path zip = target.resolve(variant.isJvm() ? "function.zip" : "native/function.zip");
    if (!Files.isRegularFile(zip)) {
      throw new IOException(
          "%s does not exist: run %s"
              .formatted(zip, variant.isJvm() ? "scripts/build" : "scripts/native " + function));
    }
    return zip;
  }

  private List<String> jvmCommand(Variant variant) throws IOException {
    Path lib = root.resolve("local/java-runtime/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new IOException(lib + " does not exist: run scripts/build");
    }
    List<String> classPath = new ArrayList<>(unpackJars());
    classPath.addAll(jarsIn(lib));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(variant.jvmOptions());
    command.addAll(new JavaRuntime(lib).options());
    command.addAll(
        List.of("-cp", String.join(File.pathSeparator, classPath), JavaRuntime.MAIN, JVM_HANDLER));
    return command;
  }

  /** The package's classes as one jar, followed by its libraries. */
  private List<String> unpackJars() throws IOException {
    Path directory = Files.createDirectories(work.resolve("jvm"));
    Path classes = directory.resolve("function.jar");
    Path lib = Files.createDirectories(directory.resolve(LIB));
    if (!Files.exists(classes)) {
      Path half = directory.resolve("function.jar.half");
      try (var zip =
              new ZipInputStream(Files.newInputStream(packageOf(root, function, Variant.JVM)));
          var jar = new ZipOutputStream(Files.newOutputStream(half))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          copy(zip, entry, jar, lib);
        }
      }
      Files.move(half, classes);
    }
    List<String> jars = new ArrayList<>(List.of(classes.toString()));
    jars.addAll(jarsIn(lib));
    return jars;
  }

  private static void copy(InputStream zip, ZipEntry entry, ZipOutputStream jar, Path lib)
      throws IOException {
    if (entry.isDirectory()) {
      return;
    }
    if (entry.getName().startsWith(LIB)) {
      Path file = lib.resolve(Path.of(entry.getName()).getFileName());
      try (OutputStream out = Files.newOutputStream(file)) {
        zip.transferTo(out);
      }
    } else {
      jar.putNextEntry(new ZipEntry(entry.getName()));
      zip.transferTo(jar);
      jar.closeEntry();
    }
  }

  private Path unpackBootstrap() throws IOException {
    Path bootstrap = Files.createDirectories(work.resolve("native")).resolve("bootstrap");
    Path archive = packageOf(root, function, Variant.NATIVE);
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("bootstrap")) {
          try (OutputStream out = Files.newOutputStream(bootstrap)) {
            zip.transferTo(out);
          }
        }
      }
    }
    if (!bootstrap.toFile().setExecutable(true)) {
      throw new IOException(archive + " has no executable 'bootstrap'");
    }
    return bootstrap;
  }

  private static List<String> jarsIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList();
    }
  }
}
