package com.globalbooking.local.mariadb;

import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.processes.NativeProcess;
import com.globalbooking.local.processes.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB of one local Region: loopback and TLS only, empty at each start of the Region, its data
 * kept when it is killed and started again.
 */
public final class MariaDbEngine implements AutoCloseable {
  /** Where it listens. */
  public static final String HOST = "127.0.0.1";

  private static final int ATTEMPTS = 5;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
  private static final Pattern PASSWORD = Pattern.compile("[!-&(-\\[\\]-~]{8,128}");
  private static final String ADMINISTRATOR = "local_engine";

  /** What the master user of RDS may do: all but what touches the machine. */
  private static final String MASTER_PRIVILEGES =
      "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER,"
          + " SHOW DATABASES, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW,"
          + " CREATE ROUTINE, ALTER ROUTINE, CREATE USER, EVENT, TRIGGER";

  private final MariaDbFiles files;
  private final Certificates certificates;
  private final String password;
  private final int port;
  private @Nullable NativeProcess process;

  private MariaDbEngine(MariaDbFiles files, Certificates certificates, int port, String password) {
    this.files = files;
    this.certificates = certificates;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts an empty server and waits until it answers.
   *
   * @param home where {@code local/engines} unpacks MariaDB
   * @param directory takes the data and the log
   * @throws IOException when MariaDB is missing or does not start; the message says what to do or
   *     quotes the log
   */
  public static MariaDbEngine start(Path home, Path directory, Certificates certificates)
      throws IOException, InterruptedException {
    var files = new MariaDbFiles(home.toAbsolutePath(), directory.toAbsolutePath());
    if (!Files.isRegularFile(files.server())) {
      throw new IOException("MariaDB is not in " + files.home() + ": run scripts/build");
    }
    Files.createDirectories(files.directory());
    String password = randomPassword();
    files.create(administration(password));
    for (int attempt = 1; ; attempt++) {
      var engine = new MariaDbEngine(files, certificates, Ports.free(1).getFirst(), password);
      try {
        engine.restart();
        return engine;
      } catch (IOException portTaken) {
        engine.close();
        if (attempt == ATTEMPTS) {
          throw portTaken;
        }
      } catch (InterruptedException | RuntimeException failed) {
        engine.close();
        throw failed;
      }
    }
  }

  /** Its port, the same after every restart. */
  public int port() {
    return port;
  }

  /**
   * Makes a database, and a user with the rights that RDS gives to a master user.
   *
   * @param masterPassword printable, 8 characters or more
   * @throws IllegalArgumentException when a name or the password is not a usual one
   */
  public void createDatabase(String name, String masterUser, String masterPassword) {
    require(IDENTIFIER, name, "the name of a database");
    require(IDENTIFIER, masterUser, "the name of a user");
    if (!PASSWORD.matcher(masterPassword).matches()) {
      throw new IllegalArgumentException("the master user's password is not a usual one");
    }
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS `" + name + "`");
      statement.execute(
          "CREATE OR REPLACE USER '%s'@'%%' IDENTIFIED BY '%s'"
              .formatted(masterUser, masterPassword));
      statement.execute(
          "GRANT %s ON *.* TO '%s'@'%%' WITH GRANT OPTION"
              .formatted(MASTER_PRIVILEGES, masterUser));
    } catch (SQLException failure) {
      throw new IllegalStateException("MariaDB does not make database " + name, failure);
    }
  }

  /**
   * Takes a database away with all its tables, and the users that came with it; that there is none
   * is no failure.
   *
   * @throws IllegalArgumentException when the name is not one
   */
  public void dropDatabase(String name, String masterUser) {
    require(IDENTIFIER, name, "the name of a database");
    require(IDENTIFIER, masterUser, "the name of a user");
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
      statement.execute("DROP USER IF EXISTS '%s'@'%%'".formatted(masterUser));
    } catch (SQLException failure) {
      throw new IllegalStateException("MariaDB does not drop database " + name, failure);
    }
  }

  /** A connection that may do everything, its server verified; the caller closes it. */
  public Connection administrator() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", ADMINISTRATOR);
    properties.setProperty("password", password);
    properties.setProperty("sslMode", "verify-full");
    properties.setProperty("serverSslCert", certificates.authority().toString());
    properties.setProperty("connectTimeout", "2000");
    properties.setProperty("socketTimeout", "30000");
    return DriverManager.getConnection("jdbc:mariadb://%s:%d/".formatted(HOST, port), properties);
  }

  /** Ends the server at once, as a crash would; what was committed is still there. */
  public synchronized void kill() throws InterruptedException {
    if (process != null) {
      process.kill();
      process = null;
    }
  }

  /** Starts the server again on its data and its port, and waits until it answers. */
  public synchronized void restart() throws IOException, InterruptedException {
    kill();
    NativeProcess started = NativeProcess.start(files.command(port, certificates), files.log());
    process = started;
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!started.isAlive()) {
        throw new IOException("MariaDB ended; " + started.lastWords());
      }
      if (System.nanoTime() > end) {
        throw new IOException("MariaDB does not answer; " + started.lastWords());
      }
      Thread.sleep(POLL);
    }
  }

  /** Ends the server; its data stays until the Region starts again. May be repeated. */
  @Override
  public synchronized void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  private boolean answers() {
    try (Connection connection = administrator()) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void require(Pattern shape, String text, String what) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not " + what);
    }
  }

  /** Nobody but the engine and the users that the stack declares may log in. */
  private static String administration(String password) {
    return """
        CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
        DELETE FROM mysql.global_priv WHERE User = 'root';
        FLUSH PRIVILEGES;
        """
        .formatted(ADMINISTRATOR, password);
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
