package com.globalbooking.local.functions;

import com.globalbooking.local.functions.FunctionInstance.Start;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one function. An invocation takes an idle instance; without one it waits, in
 * order of arrival, for whichever comes first: an instance that gets free, or one that was started
 * for the queue.
 */
final class FunctionPool {
  private final FunctionDefinition definition;
  private final Limits limits;
  private final Starter starter;
  private final ReentrantLock lock = new ReentrantLock();

  // All guarded by the lock.
  private final Deque<FunctionInstance> idle = new ArrayDeque<>();
  private final Set<FunctionInstance> busy = new HashSet<>();
  private final Deque<CompletableFuture<Start>> waiting = new ArrayDeque<>();
  private final Set<Thread> starting = new HashSet<>();
  private long invocations;
  private long failures;
  private long fastestStart = Long.MAX_VALUE; // in milliseconds
  private boolean retired;
  private boolean stopped;

  /** Starts one instance, beside others that are there already, and waits until it is ready. */
  @FunctionalInterface
  interface Starter {
    Start start(int others) throws InterruptedException;
  }

  FunctionPool(FunctionDefinition definition, Limits limits, Starter starter) {
    this.definition = definition;
    this.limits = limits;
    this.starter = starter;
  }

  FunctionDefinition definition() {
    return definition;
  }

  InvocationResult invoke(byte[] payload) throws InterruptedException {
    if (definition.reservedConcurrency() == 0) {
      return new InvocationResult.Throttled();
    }
    Start start = acquire();
    return switch (start) {
      case null -> new InvocationResult.Throttled();
      case Start.Refused(InvocationResult.Failed why) -> {
        count(why);
        yield why;
      }
      case Start.Ready(FunctionInstance instance) -> run(instance, payload);
    };
  }

  FunctionStatus status() {
    lock.lock();
    try {
      return new FunctionStatus(
          definition.name(),
          starting.size(),
          idle.size(),
          busy.size(),
          waiting.size(),
          invocations,
          failures,
          fastestStart == Long.MAX_VALUE ? 0 : fastestStart);
    } finally {
      lock.unlock();
    }
  }

  /** Lets work under way and work that waits finish, and keeps no instance after it. */
  void retire() {
    List<FunctionInstance> superfluous;
    lock.lock();
    try {
      retired = true;
      superfluous = new ArrayList<>(idle);
      idle.clear();
    } finally {
      lock.unlock();
    }
    closeAll(superfluous);
  }

  /** Stops all instances, also those at work, and refuses those that wait and all to come. */
  void stop() {
    List<FunctionInstance> all;
    List<Thread> starts;
    lock.lock();
    try {
      retired = true;
      stopped = true;
      starts = List.copyOf(starting);
      all = new ArrayList<>(idle);
      all.addAll(busy);
      idle.clear();
      waiting.forEach(waiter -> waiter.cancel(false));
      waiting.clear();
    } finally {
      lock.unlock();
    }
    starts.forEach(Thread::interrupt);
    closeAll(all);
    starts.forEach(this::awaitEnd);
  }

  private InvocationResult run(FunctionInstance instance, byte[] payload)
      throws InterruptedException {
    boolean finished = false;
    try {
      InvocationResult result = instance.invoke(payload);
      finished = true;
      count(result);
      return result;
    } finally {
      release(instance, finished && instance.isUsable());
    }
  }

  /** An instance, or why none could start; null when none came in time. */
  private @Nullable Start acquire() throws InterruptedException {
    var turn = new CompletableFuture<Start>();
    lock.lock();
    try {
      if (stopped) {
        return null;
      }
      for (FunctionInstance free = idle.pollLast(); free != null; free = idle.pollLast()) {
        if (free.isUsable()) {
          busy.add(free);
          return new Start.Ready(free);
        }
      }
      waiting.add(turn);
      startForTheQueue();
    } finally {
      lock.unlock();
    }
    try {
      return turn.get(limits.queueWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException noneInTime) {
      return giveUp(turn);
    } catch (InterruptedException interrupted) {
      if (giveUp(turn) instanceof Start.Ready(FunctionInstance unused)) {
        release(unused, true);
      }
      throw interrupted;
    }
  }

  /** Leaves the queue; an instance that came at the last moment is not lost. */
  private @Nullable Start giveUp(CompletableFuture<Start> turn) {
    lock.lock();
    try {
      boolean left = turn.cancel(false) || turn.isCancelled();
      waiting.removeIf(CompletableFuture::isDone);
      return left ? null : turn.getNow(null);
    } finally {
      lock.unlock();
    }
  }

  private void release(FunctionInstance instance, boolean reusable) {
    boolean kept;
    lock.lock();
    try {
      busy.remove(instance);
      kept = reusable && offer(instance);
      startForTheQueue();
    } finally {
      lock.unlock();
    }
    if (!kept) {
      instance.close();
    }
  }

  /** Gives a free instance to the first in the queue, or keeps it; false when nobody wants it. */
  private boolean offer(FunctionInstance instance) {
    CompletableFuture<Start> first = waiting.poll();
    if (first != null) {
      busy.add(instance);
      first.complete(new Start.Ready(instance));
      return true;
    }
    if (retired) {
      return false;
    }
    idle.addLast(instance);
    return true;
  }

  private void startForTheQueue() {
    int most =
        definition.reservedConcurrency() == FunctionDefinition.UNRESERVED
            ? limits.instances()
            : Math.min(limits.instances(), definition.reservedConcurrency());
    while (starting.size() < Math.min(limits.startingAtOnce(), waiting.size())
        && starting.size() + idle.size() + busy.size() < most) {
      int others = idle.size() + busy.size();
      Thread start =
          Thread.ofVirtual().name("start-" + definition.name()).unstarted(() -> startOne(others));
      starting.add(start);
      start.start();
    }
  }

  private void startOne(int others) {
    Start start;
    try {
      start = starter.start(others);
    } catch (InterruptedException | RuntimeException e) {
      String json = ErrorObject.json("Runtime.StartFailed", String.valueOf(e.getMessage()));
      byte[] error = json.getBytes(StandardCharsets.UTF_8);
      start = new Start.Refused(new InvocationResult.Failed("Runtime.StartFailed", error));
    }
    boolean kept = true;
    lock.lock();
    try {
      starting.remove(Thread.currentThread());
      switch (start) {
        case Start.Ready(FunctionInstance instance) -> {
          fastestStart = Math.min(fastestStart, instance.startTook().toMillis());
          kept = offer(instance);
        }
        case Start.Refused refused -> {
          // One failed start answers one invocation; the next in the queue gets a new attempt.
          CompletableFuture<Start> first = waiting.poll();
          if (first != null) {
            first.complete(refused);
          }
        }
      }
      startForTheQueue();
    } finally {
      lock.unlock();
    }
    if (start instanceof Start.Ready(FunctionInstance instance)) {
      if (kept) {
        instance.onExit(() -> forget(instance));
      } else {
        instance.close();
      }
    }
  }

  private void forget(FunctionInstance instance) {
    lock.lock();
    try {
      if (idle.remove(instance)) {
        startForTheQueue();
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(InvocationResult result) {
    lock.lock();
    try {
      invocations++;
      if (!(result instanceof InvocationResult.Succeeded)) {
        failures++;
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitEnd(Thread start) {
    try {
      start.join(limits.stopLimit());
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeAll(List<FunctionInstance> instances) {
    instances.forEach(FunctionInstance::terminate);
    instances.forEach(FunctionInstance::close);
  }
}
