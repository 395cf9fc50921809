package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * live. A Region that joins gets all that the others know, as their streams have shown it.
 */
public final class Replicator implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Replicator.class.getName());
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private final String tableName;
  private final Network network;
  private final Clock clock;
  private final Map<RegionName, Replica> replicas = new ConcurrentSkipListMap<>();
  private final List<DirectedLink> links = new CopyOnWriteArrayList<>();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final StreamPasses passes = new StreamPasses();
  private volatile boolean closed;

  /** A thread that reads from or writes to these Regions. */
  private record Worker(Thread thread, Set<RegionName> about) {}

  /** As the other constructor, on the system's clock. */
  public Replicator(String tableName, Network network) {
    this(tableName, network, Clock.systemUTC());
  }

  /**
   * A table in no Region yet.
   *
   * @param clock gives changes their time, and measures how long they have waited
   */
  public Replicator(String tableName, Network network, Clock clock) {
    this.tableName = tableName;
    this.network = network;
    this.clock = clock;
  }

  /**
   * Takes in the table of a Region, beginning with what its stream already holds, and brings it all
   * that the other Regions have.
   *
   * @throws IllegalStateException when the table has no stream there
   */
  public synchronized void join(RegionName region, DynamoDbEngine engine) {
    if (replicas.containsKey(region)) {
      throw new IllegalArgumentException(tableName + " is already in " + region);
    }
    StreamTail tail = tailOf(region, engine);
    var newcomer = new Replica(region, engine.client(), tableName, clock);
    passes.begin(region);
    for (Map.Entry<RegionName, Replica> other : replicas.entrySet()) {
      connect(new DirectedLink(region, other.getKey(), network, clock), other.getValue());
      var incoming = new DirectedLink(other.getKey(), region, network, clock);
      connect(incoming, newcomer);
      // After the link is there: what changes from now on takes it by itself, so nothing that is
      // offered here is older than what has gone before.
      other.getValue().known().forEach(incoming::offer);
    }
    replicas.put(region, newcomer);
    run(Set.of(region), () -> follow(region, newcomer, tail));
  }

  /** Leaves the table of a Region to itself; that it is in none is no failure. */
  public synchronized void leave(RegionName region) {
    if (replicas.remove(region) == null) {
      return;
    }
    passes.end(region);
    links.removeIf(link -> link.from().equals(region) || link.to().equals(region));
    List<Worker> leaving =
        workers.stream().filter(worker -> worker.about().contains(region)).toList();
    workers.removeAll(leaving);
    stop(leaving);
  }

  /** The Regions that hold the table. */
  public Set<RegionName> regions() {
    return Set.copyOf(replicas.keySet());
  }

  /** The lag of each directed link, in the order of the Regions' names. */
  public List<LinkLag> lag() {
    return links.stream()
        .sorted(Comparator.comparing(DirectedLink::from).thenComparing(DirectedLink::to))
        .map(DirectedLink::lag)
        .toList();
  }

  /**
   * Waits until every write made before this call has arrived in every Region. False when that
   * takes longer than {@code limit}, as it does while a link is cut that something has to cross.
   */
  public boolean awaitQuiet(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    // The second round sees what was written to put a winner back.
    for (int round = 0; round < 2; round++) {
      if (!passes.awaitAll(Duration.ofNanos(deadline - System.nanoTime()))) {
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
    return passes.awaitAll(limit);
  }

  /** Stops; what has not arrived never will. The engines stay. May be repeated. */
  @Override
  public void close() {
    closed = true;
    stop(workers);
  }

  private static void stop(List<Worker> stopping) {
    stopping.forEach(worker -> worker.thread().interrupt());
    boolean interrupted = false;
    for (Worker worker : stopping) {
      try {
        worker.thread().join();
      } catch (InterruptedException stopNow) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect(DirectedLink link, Replica to) {
    links.add(link);
    run(Set.of(link.from(), link.to()), () -> deliver(link, to));
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
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try {
        int records =
            tail.drain(
                streamRecord ->
                    replica.observe(streamRecord).ifPresent(change -> offer(region, change)));
        passes.count(region);
        if (records == 0) {
          Thread.sleep(IDLE);
        }
      } catch (SdkException failed) {
        waitAfter(failed, "cannot read the stream of " + tableName + " in " + region);
      }
    }
  }

  private void offer(RegionName from, Change change) {
    for (DirectedLink link : links) {
      if (link.from().equals(from)) {
        link.offer(change);
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
    long seen = passes.of(to);
    try {
      return switch (replica.apply(change)) {
        case APPLIED, SUPERSEDED -> true;
        case UNSEEN_WRITE -> {
          var _ = passes.await(to, seen + 1, AFTER_FAILURE);
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

  private void run(Set<RegionName> about, Body body) {
    Thread thread =
        Thread.ofVirtual()
            .name("replicate " + tableName + " of " + about)
            .unstarted(
                () -> {
                  try {
                    body.run();
                  } catch (InterruptedException stopped) {
                    // Closed, or the Region has left.
                  }
                });
    workers.add(new Worker(thread, about));
    thread.start();
  }

  @FunctionalInterface
  private interface Body {
    void run() throws InterruptedException;
  }
}
