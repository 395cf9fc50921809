package com.globalbooking.local.mariadb;

import com.globalbooking.local.certificates.Certificates;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where a MariaDB keeps its files, and how it is started on them.
 *
 * @param home the unpacked distribution
 * @param directory the server's own
 */
record MariaDbFiles(Path home, Path directory) {
  private static final long BOOTSTRAP_SECONDS = 120;
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");

  Path server() {
    return home.resolve("bin").resolve("mariadbd");
  }

  Path log() {
    return directory.resolve("mariadb.log");
  }

  /**
   * Replaces whatever is there by the files of an empty server; what {@code mariadb-install-db}
   * does, without its help texts and test database.
   *
   * @param administration what the server is to execute whenever it starts, a statement per line
   */
  void create(String administration) throws IOException, InterruptedException {
    delete(data());
    delete(temporary());
    Files.createDirectories(data().resolve("mysql"));
    Files.createDirectories(temporary());
    Files.deleteIfExists(startStatements());
    Files.createFile(
        startStatements(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(startStatements(), administration);
    Path script = temporary().resolve("bootstrap.sql");
    Files.writeString(
        script,
        """
        create database if not exists mysql;
        use mysql;
        set @auth_root_socket=NULL;
        """);
    for (String part : SYSTEM_TABLES) {
      Files.write(
          script,
          Files.readAllBytes(home.resolve("share").resolve(part)),
          StandardOpenOption.APPEND);
    }
    bootstrap(script);
    Files.delete(script);
  }

  /** Starts the server on these files. */
  List<String> command(int port, Certificates certificates) {
    var command = new ArrayList<>(common());
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=", // none: the file's path may be too long for one
            "--skip-name-resolve",
            "--pid-file=" + directory.resolve("mariadb.pid"),
            "--init-file=" + startStatements(),
            "--ssl-ca=" + certificates.authority(),
            "--ssl-cert=" + certificates.certificate(),
            "--ssl-key=" + certificates.key(),
            "--require-secure-transport=ON",
            "--default-time-zone=+00:00",
            "--character-set-server=utf8mb4",
            // What is committed outlives a killed server, though not a loss of power.
            "--innodb-flush-log-at-trx-commit=2"));
    return command;
  }

  private List<String> common() {
    var command =
        new ArrayList<>(
            List.of(
                server().toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data(),
                "--tmpdir=" + temporary(),
                "--innodb-log-file-size=8M",
                "--innodb-undo-tablespaces=0",
                "--innodb-buffer-pool-size=64M"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root"); // it refuses to run as root unless told to
    }
    return command;
  }

  private void bootstrap(Path script) throws IOException, InterruptedException {
    var command = new ArrayList<>(common());
    command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--log-warnings=0"));
    command.addAll(List.of("--max-allowed-packet=8M", "--net-buffer-length=16K"));
    if (!Files.isExecutable(server()) && !server().toFile().setExecutable(true)) {
      throw new IOException("cannot make " + server() + " executable");
    }
    Process process =
        new ProcessBuilder(command)
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log().toFile()))
            .start();
    try {
      boolean ended = process.waitFor(BOOTSTRAP_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "MariaDB cannot make its system tables; %s says:%n%s"
                .formatted(log(), Files.readString(log(), StandardCharsets.UTF_8)));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private Path data() {
    return directory.resolve("mariadb").resolve("data");
  }

  private Path temporary() {
    return directory.resolve("mariadb").resolve("temporary");
  }

  private Path startStatements() {
    return directory.resolve("mariadb-start.sql");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          @SuppressWarnings("NullAway") // the JDK's parameter is null unless a listing failed
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
