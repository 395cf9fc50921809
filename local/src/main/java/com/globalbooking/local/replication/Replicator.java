package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Replicates one global table between Regions as DynamoDB does in MREC mode: asynchronously, item
 * by item, the last writer wins. Each write of a Region becomes a change that goes to every other
 * Region; a transaction's items travel apart and arrive in any order; several changes of an item
 * that wait together are folded into the newest.
 *
 * <p>The time of a write is when its stream record is read, some 20 ms later: two Regions that
 * write one item within that time may be ordered either way. Applied items carry attributes {@code
 * aws:rep:*}, and appear in the stream of the Region they were applied in, as on AWS.
 *
 * <p>What was applied is remembered in memory: one replicator per table for as long as its engines
 * live.
 */
public final class Replicator implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Replicator.class.getName());
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private final String tableName;
  private final Map<RegionName, DynamoDbEngine> engines;
  private final Map<RegionName, Replica> replicas = new TreeMap<>();
  private final List<DirectedLink> links = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition passed = lock.newCondition();

  /** How often each Region's stream has been read to its end. */
  private final Map<RegionName, Long> passes = new TreeMap<>();

  private volatile boolean closed;

  /** As the other constructor, on the system's clock. */
  public Replicator(String tableName, Map<RegionName, DynamoDbEngine> replicas, Network network) {
    this(tableName, replicas, network, Clock.systemUTC());
  }

  /**
   * Prepares; {@link #start()} begins.
   *
   * @param replicas two Regions or more
   * @param clock gives changes their time, and measures how long they have waited
   */
  public Replicator(
      String tableName, Map<RegionName, DynamoDbEngine> replicas, Network network, Clock clock) {
    this.tableName = tableName;
    this.engines = Map.copyOf(replicas);
    engines.forEach(
        (region, engine) -> {
          this.replicas.put(region, new Replica(region, engine.client(), tableName, clock));
          passes.put(region, 0L);
        });
    for (RegionName from : this.replicas.keySet()) {
      for (RegionName to : this.replicas.keySet()) {
        if (!from.equals(to)) {
          links.add(new DirectedLink(from, to, network, clock));
        }
      }
    }
  }

  /**
   * Starts to replicate, beginning with what the streams already hold.
   *
   * @throws IllegalStateException when the table has no stream in one of the Regions
   */
  public void start() {
    Map<RegionName, StreamTail> tails = new TreeMap<>();
    engines.forEach((region, engine) -> tails.put(region, tailOf(region, engine)));
    tails.forEach(
        (region, tail) -> run("from " + region, () -> follow(region, replicaIn(region), tail)));
    for (DirectedLink link : links) {
      run("from " + link.from() + " to " + link.to(), () -> deliver(link, replicaIn(link.to())));
    }
  }

  /** The lag of each directed link, in the order of the Regions' names. */
  public List<LinkLag> lag() {
    return links.stream().map(DirectedLink::lag).toList();
  }

  /**
   * Waits until every write made before this call has arrived in every Region. False when that
   * takes longer than {@code limit}, as it does while a link is cut that something has to cross.
   */
  public boolean awaitQuiet(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    // The second round sees what was written to put a winner back.
    for (int round = 0; round < 2; round++) {
      if (!awaitPasses(deadline)) {
        return false;
      }
      for (DirectedLink link : links) {
        if (!link.awaitEmpty(Duration.ofNanos(deadline - System.nanoTime()))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Waits until the streams show every write made before this call. */
  boolean awaitStreamsRead(Duration limit) throws InterruptedException {
    return awaitPasses(System.nanoTime() + limit.toNanos());
  }

  /** Stops; what has not arrived never will. The engines stay. May be repeated. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopNow) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Replica replicaIn(RegionName region) {
    return Objects.requireNonNull(replicas.get(region));
  }

  private StreamTail tailOf(RegionName region, DynamoDbEngine engine) {
    TableDescription table =
        engine.client().describeTable(describe -> describe.tableName(tableName)).table();
    @Nullable StreamSpecification stream = table.streamSpecification();
    if (stream == null || !stream.streamEnabled()) {
      throw new IllegalStateException(
          "table " + tableName + " has no stream in " + region + " and cannot be replicated");
    }
    return new StreamTail(engine.streams(), table.latestStreamArn());
  }

  /** Reads one Region's stream for as long as the replicator runs. */
  private void follow(RegionName region, Replica replica, StreamTail tail)
      throws InterruptedException {
    List<DirectedLink> outgoing =
        links.stream().filter(link -> link.from().equals(region)).toList();
    while (!closed) {
      try {
        int records =
            tail.drain(
                streamRecord ->
                    replica
                        .observe(streamRecord)
                        .ifPresent(change -> outgoing.forEach(link -> link.offer(change))));
        countPass(region);
        if (records == 0) {
          Thread.sleep(IDLE);
        }
      } catch (SdkException failed) {
        waitAfter(failed, "cannot read the stream of " + tableName + " in " + region);
      }
    }
  }

  /** Applies what crosses one link for as long as the replicator runs. */
  private void deliver(DirectedLink link, Replica replica) throws InterruptedException {
    while (!closed) {
      Change change = link.take();
      while (!closed && !arrived(change, link.to(), replica)) {
        // Again: the stream has been read, or the engine may answer now.
      }
      link.arrived();
    }
  }

  private boolean arrived(Change change, RegionName to, Replica replica)
      throws InterruptedException {
    long seen = passesOf(to);
    try {
      return switch (replica.apply(change)) {
        case APPLIED, SUPERSEDED -> true;
        case UNSEEN_WRITE -> {
          var _ = awaitPass(to, seen + 1, System.nanoTime() + AFTER_FAILURE.toNanos());
          yield false;
        }
      };
    } catch (SdkException failed) {
      waitAfter(failed, "cannot write to " + tableName + " in " + to);
      return false;
    }
  }

  /** An engine that is being stopped fails calls for a moment; all else deserves to be seen. */
  private void waitAfter(SdkException failed, String what) throws InterruptedException {
    if (!closed) {
      LOG.log(Level.WARNING, "{0}; trying again: {1}", new Object[] {what, failed.getMessage()});
      Thread.sleep(AFTER_FAILURE);
    }
  }

  private void countPass(RegionName region) {
    lock.lock();
    try {
      passes.merge(region, 1L, Long::sum);
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long passesOf(RegionName region) {
    lock.lock();
    try {
      return passes.getOrDefault(region, 0L);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until each stream has been read to its end, from a moment after this call. */
  private boolean awaitPasses(long deadline) throws InterruptedException {
    for (RegionName region : replicas.keySet()) {
      // One pass may be half done now; the one after it sees everything.
      if (!awaitPass(region, passesOf(region) + 2, deadline)) {
        return false;
      }
    }
    return true;
  }

  private boolean awaitPass(RegionName region, long count, long deadline)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (passes.getOrDefault(region, 0L) < count) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        var _ = passed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void run(String name, Body body) {
    threads.add(
        Thread.ofVirtual()
            .name("replicate " + tableName + " " + name)
            .start(
                () -> {
                  try {
                    body.run();
                  } catch (InterruptedException stopped) {
                    // Closed.
                  }
                }));
  }

  @FunctionalInterface
  private interface Body {
    void run() throws InterruptedException;
  }
}
