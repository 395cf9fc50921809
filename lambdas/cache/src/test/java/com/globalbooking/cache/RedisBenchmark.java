package com.globalbooking.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Redis' own {@code redis-benchmark}, where the machine has it: Debian's package redis-tools. */
final class RedisBenchmark {
  private static final String COMMAND = "redis-benchmark";

  private final RedisEngine redis;

  private RedisBenchmark(RedisEngine redis) {
    this.redis = redis;
  }

  /** Empty when there is none on the PATH. */
  static Optional<RedisBenchmark> of(RedisEngine redis) throws InterruptedException {
    try {
      new ProcessBuilder(COMMAND, "--version").start().waitFor();
      return Optional.of(new RedisBenchmark(redis));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  /**
   * How long it takes for {@code SET}s of different keys, over TLS and one connection per master.
   *
   * @param bytes of a value
   * @param pipeline requests that one connection has under way
   * @return seconds
   */
  double set(int requests, int bytes, int pipeline) {
    List<String> command = new ArrayList<>(List.of(COMMAND));
    command.addAll(redis.arguments());
    command.addAll(List.of("--csv", "-t", "set", "-c", "3", "-r", "1000000"));
    command.addAll(List.of("-n", "" + requests, "-d", "" + bytes, "-P", "" + pipeline));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return requests
          / said.lines()
              .filter(line -> line.startsWith("\"SET\""))
              .map(line -> line.split("\"", -1)[3])
              .mapToDouble(Double::parseDouble)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(COMMAND + " said: " + said));
    } catch (IOException e) {
      throw new IllegalStateException(COMMAND + " did not run", e);
    }
  }
}
