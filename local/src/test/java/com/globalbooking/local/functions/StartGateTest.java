package com.globalbooking.local.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.globalbooking.local.functions.FunctionInstance.Start;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class StartGateTest {
  private final StartGate gate = new StartGate(1);
  private final List<String> started = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstIsReady = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    firstIsReady.countDown();
  }

  @Test
  void aFunctionWithoutInstancesGoesBeforeThoseThatWantOneMore() throws Exception {
    Thread first = start("first", 0, firstIsReady);
    Thread second = startWaiting("second of a function", 1);
    Thread third = startWaiting("first of another", 0);

    firstIsReady.countDown();
    for (Thread thread : List.of(first, second, third)) {
      thread.join();
    }

    assertThat(started).containsExactly("first", "first of another", "second of a function");
  }

  @Test
  void whoGivesUpTakesNobodysTurn() throws Exception {
    Thread first = start("first", 0, firstIsReady);
    Thread impatient = startWaiting("impatient", 0);
    Thread patient = startWaiting("patient", 0);

    impatient.interrupt();
    impatient.join();
    firstIsReady.countDown();
    first.join();
    patient.join();

    assertThat(started).containsExactly("first", "patient");
  }

  @Test
  void aGateThatLetsNobodyThroughIsRefused() {
    assertThatThrownBy(() -> new StartGate(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private Thread start(String name, int others, CountDownLatch ready) {
    Thread thread = pass(name, others, ready);
    await().until(() -> started.contains(name));
    return thread;
  }

  private Thread startWaiting(String name, int others) {
    Thread thread = pass(name, others, new CountDownLatch(0));
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  private Thread pass(String name, int others, CountDownLatch ready) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                gate.pass(
                    others,
                    () -> {
                      started.add(name);
                      ready.await();
                      return new Start.Refused(
                          new InvocationResult.Failed("not started", "{}".getBytes(UTF_8)));
                    });
              } catch (InterruptedException gaveUp) {
                return;
              }
            });
  }
}
