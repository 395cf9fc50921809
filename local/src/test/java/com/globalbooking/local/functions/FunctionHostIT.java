package com.globalbooking.local.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.functions.InvocationResult.Failed;
import com.globalbooking.local.functions.InvocationResult.NoSuchFunction;
import com.globalbooking.local.functions.InvocationResult.Succeeded;
import com.globalbooking.local.functions.InvocationResult.Throttled;
import com.globalbooking.local.functions.InvocationResult.TimedOut;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionHostIT {
  private static final RegionName REGION = new RegionName("eu-west-1");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private FunctionHost host;
  private Path packageZip;

  @BeforeEach
  void start() throws IOException {
    packageZip = FakePackage.in(directory);
    host = host(LONG);
  }

  @AfterEach
  void stop() {
    host.close();
    callers.shutdownNow();
  }

  @Test
  void keepsAnInstanceForTheNextInvocation() {
    deploy(function().build());

    String first = answer("echo one");
    String second = answer("echo two");

    assertThat(first).endsWith(" one");
    assertThat(second).endsWith(" two");
    assertThat(pidOf(second)).isEqualTo(pidOf(first));
    assertThat(host.logFile("f")).content().contains("started");
    assertThat(status().fastestStartMillis()).isPositive();
    assertThat(status())
        .isEqualTo(new FunctionStatus("f", 0, 1, 0, 0, 2, 0, status().fastestStartMillis()));
  }

  @Test
  void startsAnotherInstanceWhileOneIsBusy() throws Exception {
    deploy(function().build());
    var bothIn = new CountDownLatch(2);
    try (LoopbackServer gate = gate(bothIn)) {
      var one = async("call " + gate.uri());
      var two = async("call " + gate.uri());

      // The gate opens only when both are in it at the same time.
      assertThat(pidOf(one.get())).isNotEqualTo(pidOf(two.get()));
    }
  }

  @Test
  void neverRunsMoreThanTheReservedConcurrency() throws Exception {
    deploy(function().reservedConcurrency(1).build());
    var entered = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    try (LoopbackServer gate = gate(entered, released)) {
      var one = async("call " + gate.uri());
      entered.await();
      var two = async("echo after");
      released.countDown();

      assertThat(pidOf(two.get())).isEqualTo(pidOf(one.get()));
    }
  }

  @Test
  void throttlesWhenNoInstanceGetsFreeInTime() throws Exception {
    host.close();
    host = host(Duration.ofMillis(50));
    deploy(function().reservedConcurrency(0).build());
    assertThat(invoke("echo x")).isInstanceOf(Throttled.class);

    host.close();
    host = host(Duration.ofSeconds(5));
    deploy(function().reservedConcurrency(1).build());
    var entered = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    try (LoopbackServer gate = gate(entered, released)) {
      var one = async("call " + gate.uri());
      entered.await();
      assertThat(invoke("echo x")).isInstanceOf(Throttled.class);
      released.countDown();
      assertThat(one.get()).isNotEmpty();
    }
  }

  @Test
  void stopsAnInstanceThatExceedsTheTimeout() {
    deploy(function().timeout(Duration.ofSeconds(2)).build());
    long stuck = pidOf(answer("echo x"));

    assertThat(invoke("hang")).isInstanceOf(TimedOut.class);

    assertThat(pidOf(answer("echo y"))).isNotEqualTo(stuck);
    assertThat(isRunning(stuck)).isFalse();
  }

  @Test
  void replacesAnInstanceThatEnded() {
    deploy(function().build());
    long first = pidOf(answer("echo x"));

    assertThat(invoke("exit"))
        .isInstanceOfSatisfying(
            Failed.class,
            it -> {
              assertThat(it.errorType()).isEqualTo("Runtime.ExitError");
              assertThat(it.payload()).asString().contains("exit status 3");
            });
    assertThat(pidOf(answer("echo y"))).isNotEqualTo(first);
  }

  @Test
  void aCrashFailsWhatIsUnderWayAndTheNextInvocationStartsAnother() throws Exception {
    deploy(function().build());
    var entered = new CountDownLatch(1);
    try (LoopbackServer gate = gate(entered, new CountDownLatch(1))) {
      var underWay = CompletableFuture.supplyAsync(() -> invoke("call " + gate.uri()), callers);
      entered.await();

      assertThat(host.crash("f")).isEqualTo(1);

      assertThat(underWay.get())
          .isInstanceOfSatisfying(
              Failed.class, it -> assertThat(it.errorType()).isEqualTo("Runtime.ExitError"));
    }
    assertThat(answer("echo y")).endsWith(" y");
    assertThat(status().busy() + status().idle()).isEqualTo(1);
    assertThat(host.crash("never deployed")).isZero();
  }

  @Test
  void keepsTheInstanceOfAHandlerThatFailed() {
    deploy(function().build());
    long first = pidOf(answer("echo x"));

    assertThat(invoke("error"))
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.errorType()).isEqualTo("Fake.Failed"));
    assertThat(pidOf(answer("echo y"))).isEqualTo(first);
    assertThat(status().failures()).isEqualTo(1);
  }

  @Test
  void reportsAStartThatFails() {
    deploy(function().environment(Map.of("FAKE_START", "error")).build());
    assertThat(invoke("echo x"))
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.errorType()).isEqualTo("Fake.NoStart"));

    deploy(function().environment(Map.of("FAKE_START", "exit")).build());
    assertThat(invoke("echo x"))
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.errorType()).isEqualTo("Runtime.ExitError"));
  }

  @Test
  void aNewDeploymentReplacesTheOld() {
    deploy(function().build());
    long old = pidOf(answer("echo x"));

    deploy(function().environment(Map.of("VERSION", "2")).build());

    assertThat(answer("environment")).contains("VERSION=2");
    assertThat(isRunning(old)).isFalse();
  }

  @Test
  void setsTheEnvironmentOfLambdaAndNothingElse() {
    deploy(function().environment(Map.of("MINE", "1", "AWS_REGION", "mars-1")).build());

    assertThat(answer("environment"))
        .contains("MINE=1", "AWS_REGION=eu-west-1", "AWS_LAMBDA_FUNCTION_NAME=f")
        .contains("AWS_ENDPOINT_URL=http://127.0.0.1:1", "_HANDLER=bootstrap", "TZ=:UTC")
        .contains("AWS_ACCESS_KEY_ID=ASIA", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256")
        .contains("JAVA_HOME=" + System.getProperty("java.home"))
        .doesNotContain(" HOME=", "{HOME=", "USER=");
  }

  @Test
  void closingLeavesNoProcess() throws Exception {
    deploy(function().build());
    long idle = pidOf(answer("echo x"));
    var busy = async("hang");

    host.close();

    assertThat(busy.handle((answer, failure) -> failure != null).get()).isTrue();
    assertThat(isRunning(idle)).isFalse();
  }

  @Test
  void knowsOnlyWhatWasDeployed() {
    assertThat(invoke("echo x")).isInstanceOf(NoSuchFunction.class);
  }

  private FunctionHost host(Duration queueWait) {
    var limits = new Limits(4, 2, queueWait, LONG, Duration.ofSeconds(5));
    return new FunctionHost(
        REGION,
        directory,
        URI.create("http://127.0.0.1:1"),
        new AccessKeys(RandomGenerator.getDefault()),
        limits);
  }

  private FakeDefinition function() {
    return new FakeDefinition(REGION, packageZip, Map.of(), LONG, FunctionDefinition.UNRESERVED);
  }

  private void deploy(FunctionDefinition definition) {
    host.deploy(definition);
  }

  private InvocationResult invoke(String event) {
    return host.invoke("f", event.getBytes(UTF_8));
  }

  private String answer(String event) {
    return switch (invoke(event)) {
      case Succeeded(byte[] payload) -> new String(payload, UTF_8);
      case Failed(String type, byte[] payload) ->
          throw new AssertionError(type + " " + new String(payload, UTF_8));
      case InvocationResult other -> throw new AssertionError(other);
    };
  }

  private CompletableFuture<String> async(String event) {
    return CompletableFuture.supplyAsync(() -> answer(event), callers);
  }

  private FunctionStatus status() {
    return host.status().getFirst();
  }

  private static LoopbackServer gate(CountDownLatch entered) {
    return gate(entered, entered);
  }

  /** A server that answers when {@code released} is at zero. */
  private static LoopbackServer gate(CountDownLatch entered, CountDownLatch released) {
    return LoopbackServer.start(
        0,
        exchange -> {
          entered.countDown();
          try {
            released.await();
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
          Answer.json(200, "through").send(exchange);
        });
  }

  private static long pidOf(String answer) {
    return Long.parseLong(answer.split(" ", 2)[0]);
  }

  private static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
