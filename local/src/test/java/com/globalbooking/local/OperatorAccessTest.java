package com.globalbooking.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessControl.Decision;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.certificates.Certificates;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorAccessTest {
  @Test
  void toolsFindTheWayInAsLongAsTheRegionsAreThere(@TempDir Path directory) throws Exception {
    var keys = new AccessKeys(new Random(1));
    var access = new AccessControl();
    var key = OperatorAccess.grant(keys, access);
    var caller = keys.callerOf(key.id()).orElseThrow();
    assertThat(keys.callerOf("local")).contains(caller);
    assertThat(access.check(caller.roleArn(), "route53:UpdateHealthCheck", "*"))
        .isEqualTo(new Decision.Allowed());

    AutoCloseable written =
        OperatorAccess.write(
            directory,
            key,
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:2"),
            Certificates.in(directory));
    Path shell = directory.resolve("operator.env");
    assertThat(Files.readString(shell))
        .contains("AWS_ENDPOINT_URL='http://127.0.0.1:1'", "AWS_ACCESS_KEY_ID='" + key.id())
        .contains("https_proxy='http://127.0.0.1:2'");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(directory.resolve("operator.args")))
        .contains("-Dhttps.proxyPort=2", "\"-Djavax.net.ssl.trustStore=");

    written.close();
    assertThat(directory).isEmptyDirectory();
  }
}
