package com.globalbooking.local.replication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads a table's stream from its beginning, each record once, the records of an item in order: a
 * shard is read only when its parent has been read to the end. For one thread.
 */
public final class StreamTail {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final Map<String, Position> shards = new LinkedHashMap<>();

  /**
   * A tail that has read nothing yet.
   *
   * @param streamArn as the engine names the stream
   */
  public StreamTail(DynamoDbStreamsClient client, String streamArn) {
    this.client = client;
    this.streamArn = streamArn;
  }

  /** Takes records, in the order of their shard. */
  @FunctionalInterface
  public interface Reader {
    /** Takes one record; it counts as read when this returns. */
    void take(String shardId, Record streamRecord) throws InterruptedException;
  }

  /** Hands every record written up to this call to {@code consumer}; says how many there were. */
  int drain(Consumer<Record> consumer) {
    try {
      return read((_, streamRecord) -> consumer.accept(streamRecord));
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("a consumer cannot be interrupted", impossible);
    }
  }

  /**
   * The same for a reader that may make us wait.
   *
   * @throws InterruptedException when the reader was interrupted; its record is not read yet
   */
  public int read(Reader consumer) throws InterruptedException {
    int count = 0;
    boolean shardEnded;
    do {
      shardEnded = false;
      // Shards follow one another: a new one appears when another ends.
      if (shards.values().stream().allMatch(position -> position.ended)) {
        discoverShards();
      }
      for (Position position : List.copyOf(shards.values())) {
        if (!position.ended && parentEnded(position)) {
          count += drain(position, consumer);
          shardEnded |= position.ended;
        }
      }
      if (shardEnded) {
        discoverShards();
      }
    } while (shardEnded);
    return count;
  }

  private int drain(Position position, Reader consumer) throws InterruptedException {
    int count = 0;
    while (!position.ended) {
      GetRecordsResponse response = next(position);
      for (Record streamRecord : response.records()) {
        consumer.take(position.shard.shardId(), streamRecord);
        position.lastSequenceNumber = streamRecord.dynamodb().sequenceNumber();
      }
      position.iterator = response.nextShardIterator();
      position.ended = position.iterator == null;
      if (response.records().isEmpty()) {
        break;
      }
      count += response.records().size();
    }
    return count;
  }

  /** Reads on. After any failure the next call starts again behind the last record consumed. */
  private GetRecordsResponse next(Position position) {
    @Nullable String held = position.iterator;
    String iterator = held == null ? iteratorAt(position) : held;
    position.iterator = null;
    try {
      return client.getRecords(get -> get.shardIterator(iterator));
    } catch (ExpiredIteratorException | TrimmedDataAccessException stale) {
      // A laptop that was closed for a while; or DynamoDB Local, which calls an iterator that it
      // gave out on an empty shard trimmed as soon as the first record is there.
      String fresh = iteratorAt(position);
      return client.getRecords(get -> get.shardIterator(fresh));
    }
  }

  private String iteratorAt(Position position) {
    var request =
        GetShardIteratorRequest.builder().streamArn(streamArn).shardId(position.shard.shardId());
    if (position.lastSequenceNumber == null) {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    } else {
      request
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .sequenceNumber(position.lastSequenceNumber);
    }
    return client.getShardIterator(request.build()).shardIterator();
  }

  private boolean parentEnded(Position position) {
    @Nullable Position parent = shards.get(position.shard.parentShardId());
    return parent == null || parent.ended;
  }

  private void discoverShards() {
    List<Shard> found = new ArrayList<>();
    @Nullable String last = null;
    do {
      StreamDescription stream =
          client
              .describeStream(
                  DescribeStreamRequest.builder()
                      .streamArn(streamArn)
                      .exclusiveStartShardId(last)
                      .build())
              .streamDescription();
      found.addAll(stream.shards());
      last = stream.lastEvaluatedShardId();
    } while (last != null);
    found.forEach(shard -> shards.putIfAbsent(shard.shardId(), new Position(shard)));
  }

  private static final class Position {
    private final Shard shard;
    private @Nullable String iterator;
    private @Nullable String lastSequenceNumber;
    private boolean ended;

    Position(Shard shard) {
      this.shard = shard;
    }
  }
}
