package com.globalbooking.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  @TempDir private Path directory;

  @Test
  void fillsInWhatIsKnownAndADashForTheRest() {
    String line =
        AccessLog.line(
            "{\"id\":\"$context.requestId\",\"key\":\"$context.routeKey\",\"x\":\"$context.odd.one\"}.",
            Map.of("requestId", "r1", "routeKey", "GET /$1"));

    assertThat(line).isEqualTo("{\"id\":\"r1\",\"key\":\"GET /$1\",\"x\":\"-\"}.");
  }

  @Test
  void aCallerCannotForgeALine() {
    assertThat(AccessLog.line("$context.path", Map.of("path", "a\n\"b\\")))
        .isEqualTo("a\\u000a\\\"b\\\\");
  }

  @Test
  void addsLinesToItsFile() {
    Path file = directory.resolve("logs/api.log");
    try (var log = new AccessLog(file)) {
      log.write("$context.status", Map.of("status", "200"));
      log.write("$context.status", Map.of("status", "404"));
    }

    assertThat(file).hasContent("200\n404\n");
  }
}
