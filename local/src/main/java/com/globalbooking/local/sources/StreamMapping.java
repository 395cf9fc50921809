package com.globalbooking.local.sources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.replication.StreamTail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads a table's stream and hands it to a function, in as many lanes as batches may be under way
 * at once. The records of one item share a lane; two items of one partition may not, as on AWS,
 * where more than one batch per shard keeps order by item only.
 */
final class StreamMapping implements Mapping {
  static final List<String> READS =
      List.of("dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords");

  private static final Duration IDLE = Duration.ofMillis(50);
  private static final int READ_AHEAD = 1_000;

  private final StreamSource source;
  private final RegionName region;
  private final RoleAccess access;
  private final Progress progress;
  private final Backoff backoff;
  private final Clock clock;
  private StreamTail tail;
  private final List<Lane> lanes = new ArrayList<>();
  private final MappingThreads threads = new MappingThreads();

  /** Read by the mapping before this one, and not done. */
  private final Queue<StreamRecord> inherited = new ConcurrentLinkedQueue<>();

  private boolean continues;

  /** A part of the stream whose records are handled one batch after the other. */
  private static final class Lane {
    final BlockingQueue<StreamRecord> read = new LinkedBlockingQueue<>(READ_AHEAD);

    /** Read and not done, oldest first. */
    final ConcurrentLinkedQueue<StreamRecord> pending = new ConcurrentLinkedQueue<>();
  }

  StreamMapping(
      StreamSource source,
      RegionName region,
      DynamoDbEngine engine,
      RoleAccess access,
      Progress progress,
      Backoff backoff,
      Clock clock) {
    this.source = source;
    this.region = region;
    this.access = access;
    this.progress = progress;
    this.backoff = backoff;
    this.clock = clock;
    String engineArn =
        engine
            .client()
            .describeTable(describe -> describe.tableName(source.table()))
            .table()
            .latestStreamArn();
    if (engineArn == null) {
      throw new IllegalArgumentException("table " + source.table() + " has no stream");
    }
    this.tail = new StreamTail(engine.streams(), engineArn);
    for (int i = 0; i < source.parallelization(); i++) {
      lanes.add(new Lane());
    }
  }

  /** Goes on where another mapping of the same stream was when it was closed. */
  void continueAfter(StreamMapping before) {
    tail = before.tail;
    inherited.addAll(before.inherited);
    before.lanes.forEach(lane -> inherited.addAll(lane.pending));
    continues = true;
  }

  void start(StreamBatches batches) throws InterruptedException {
    if (!source.fromBeginning() && !continues) {
      int _ = tail.read((_, _) -> {}); // what is there already is skipped
    }
    String name = source.table() + " to " + source.function();
    threads.repeat("read " + name, this::read, this::pause);
    lanes.forEach(
        lane -> threads.repeat("invoke for " + name, () -> handle(lane, batches), this::pause));
  }

  @Override
  public MappingStatus status() {
    long backlog = 0;
    Instant oldest = clock.instant();
    for (Lane lane : lanes) {
      backlog += lane.pending.size();
      StreamRecord head = lane.pending.peek();
      if (head != null && head.readAt().isBefore(oldest)) {
        oldest = head.readAt();
      }
    }
    return new MappingStatus(
        source.function(),
        source.table(),
        progress.taken.get(),
        progress.failures.get(),
        progress.givenUp.get(),
        backlog,
        Duration.between(oldest, clock.instant()).toMillis(),
        progress.lastError());
  }

  @Override
  public void close() {
    progress.ending();
    threads.stop();
  }

  private void read() throws InterruptedException {
    for (StreamRecord next = inherited.peek(); next != null; next = inherited.peek()) {
      enqueue(next);
      inherited.remove();
    }
    Optional<String> obstacle = access.obstacle("dynamodb", READS, source.streamArn());
    if (obstacle.isPresent()) {
      progress.stumbled(obstacle.get());
      Thread.sleep(backoff.longest());
      return;
    }
    if (tail.read(this::take) == 0) {
      Thread.sleep(IDLE);
    }
  }

  private void take(String shardId, Record streamRecord) throws InterruptedException {
    StreamRecord taken =
        StreamRecord.of(shardId, streamRecord, region.value(), source.streamArn(), clock.instant());
    if (!source.filter().passes(taken.json())) {
      return;
    }
    enqueue(taken);
  }

  private void enqueue(StreamRecord taken) throws InterruptedException {
    Lane lane = lanes.get(Math.floorMod(taken.item().hashCode(), lanes.size()));
    lane.pending.add(taken);
    lane.read.put(taken);
  }

  private void handle(Lane lane, StreamBatches batches) throws InterruptedException {
    List<StreamRecord> batch = new ArrayList<>();
    batch.add(lane.read.take());
    long end = System.nanoTime() + source.window().toNanos();
    while (batch.size() < source.batchSize()) {
      int more = lane.read.drainTo(batch, source.batchSize() - batch.size());
      if (more == 0) {
        StreamRecord next = lane.read.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          break;
        }
        batch.add(next);
      }
    }
    batches.process(batch);
    batch.forEach(_ -> lane.pending.poll());
  }

  private void pause(SdkException failed, int failures) throws InterruptedException {
    progress.stumbled("cannot read the stream: " + failed.getMessage());
    Thread.sleep(backoff.after(failures));
  }
}
