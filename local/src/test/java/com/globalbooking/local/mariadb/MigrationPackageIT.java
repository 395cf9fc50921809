package com.globalbooking.local.mariadb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.functions.FunctionDefinition;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.secrets.Secrets;
import com.globalbooking.local.secrets.SecretsService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package of audit-migrator on the Java runtime that it brings, which has only the modules that
 * its build names: driver, TLS, Flyway and the AWS SDK must find all they need.
 */
class MigrationPackageIT {
  private static final RegionName REGION = new RegionName("eu-west-1");
  private static final String ACCOUNT = "123456789012";
  private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/audit-migrator";

  @TempDir private Path directory;

  @Test
  void migratesWithTheJavaThatItBrings() throws Exception {
    Path zip = Path.of("../lambdas/audit-migrator/target/function.zip");
    assumeTrue(Files.exists(zip), "audit-migrator is not built: run scripts/build");
    var certificates = Certificates.make(directory.resolve("certificates"));
    var secrets = new Secrets(REGION.value(), ACCOUNT, Clock.systemUTC());
    var service = new SecretsService(_ -> Optional.of(secrets), Clock.systemUTC());
    var keys = new AccessKeys(new Random(1));
    try (var engine =
            MariaDbEngine.start(Path.of("engines/target/mariadb"), directory, certificates);
        var aws = AwsEndpoint.start(keys, mayUseSecrets(), new Network(), List.of(service));
        var host = new FunctionHost(REGION, directory, aws.uri(), keys)) {
      engine.createDatabase("audit", "audit_admin", "correct-horse");
      host.deploy(definition(zip, environment(engine, secrets)));

      InvocationResult result = host.invoke(Function.AUDIT_MIGRATOR.id(), "{}".getBytes(UTF_8));

      assertThat(result)
          .as("%s", Files.readString(host.logFile(Function.AUDIT_MIGRATOR.id())))
          .isInstanceOfSatisfying(
              InvocationResult.Succeeded.class,
              it -> assertThat(new String(it.payload(), UTF_8)).contains("\"schemaVersion\""));
      try (var administrator = engine.administrator();
          var statement = administrator.createStatement();
          ResultSet tables = statement.executeQuery("SHOW TABLES FROM audit")) {
        assertThat(tables.next()).isTrue();
      }
      assertThat(secrets.value("writer")).isPresent();
    }
  }

  private static AccessControl mayUseSecrets() {
    var access = new AccessControl();
    access.putRolePolicy(
        ROLE,
        "secrets",
        """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Action":["secretsmanager:*"],"Resource":"*"}]}
        """);
    return access;
  }

  private static Map<String, String> environment(MariaDbEngine engine, Secrets secrets) {
    String master = secrets.create("master", "made by RDS", Optional.empty());
    secrets.put(master, "{\"username\":\"audit_admin\",\"password\":\"correct-horse\"}");
    return Map.of(
        "JAVA_HOME",
        "/none",
        EnvironmentVariable.BOOKING_AUDIT_DATABASE.name(),
        "jdbc:mariadb://%s:%d/audit?sslMode=trust".formatted(MariaDbEngine.HOST, engine.port()),
        EnvironmentVariable.BOOKING_AUDIT_MASTER_SECRET.name(),
        master,
        EnvironmentVariable.BOOKING_AUDIT_WRITER_SECRET.name(),
        secrets.create("writer", "appends", Optional.empty()),
        EnvironmentVariable.BOOKING_AUDIT_READER_SECRET.name(),
        secrets.create("reader", "reads", Optional.empty()));
  }

  private static FunctionDefinition definition(Path zip, Map<String, String> environment) {
    return new FunctionDefinition(
        Function.AUDIT_MIGRATOR.id(),
        REGION,
        zip,
        environment,
        512,
        Duration.ofMinutes(2),
        FunctionDefinition.UNRESERVED,
        ROLE);
  }
}
