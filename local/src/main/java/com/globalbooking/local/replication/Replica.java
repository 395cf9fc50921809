package com.globalbooking.local.replication;

import static com.globalbooking.local.replication.ReplicationAttributes.DELETING;

import com.globalbooking.local.RegionName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * The copy of a table in one Region, as replication knows it: for each item the greatest stamp seen
 * and the image that goes with it.
 *
 * <p>A change from elsewhere is written on the condition that the item still is as known. So a
 * write of this Region that the stream has not shown yet is never overwritten by something older:
 * the stream is read first, gives that write its later stamp, and the change from elsewhere loses.
 * Thread-safe.
 */
final class Replica {
  /** What became of a change from elsewhere. */
  enum Outcome {
    APPLIED,
    /** The item already has a later change. */
    SUPERSEDED,
    /** The item is not as known: read the stream, then try again. */
    UNSEEN_WRITE
  }

  private record Known(Stamp stamp, Map<String, AttributeValue> image) {}

  private final RegionName region;
  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ItemKey, Known> items = new HashMap<>();
  private long lastMicros;

  Replica(RegionName region, DynamoDbClient client, String table, Clock clock) {
    this.region = region;
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  /**
   * Takes note of the next record of this Region's stream.
   *
   * @return the change to offer to the other Regions; empty when it came from one of them
   */
  Optional<Change> observe(Record streamRecord) {
    var images = streamRecord.dynamodb();
    ItemKey key = new ItemKey(images.keys());
    Map<String, AttributeValue> oldImage = images.hasOldImage() ? images.oldImage() : Map.of();
    Map<String, AttributeValue> newImage = images.hasNewImage() ? images.newImage() : Map.of();
    lock.lock();
    try {
      if (ReplicationAttributes.wroteIt(oldImage, newImage)) {
        observeApplied(key, oldImage, newImage);
        return Optional.empty();
      }
      Stamp stamp = nextStamp();
      note(key, stamp, newImage);
      return Optional.of(changeOf(key, newImage, stamp));
    } finally {
      lock.unlock();
    }
  }

  /** Every item that this Region knows of, as it is, and those that it knows to be deleted. */
  List<Change> known() {
    lock.lock();
    try {
      return items.entrySet().stream()
          .map(it -> changeOf(it.getKey(), it.getValue().image, it.getValue().stamp))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Applies a change of another Region, unless this one has a later change of the item. */
  Outcome apply(Change change) {
    lock.lock();
    try {
      @Nullable Known known = items.get(change.key());
      if (known != null && !change.stamp().isAfter(known.stamp)) {
        return Outcome.SUPERSEDED;
      }
      Map<String, AttributeValue> before = known == null ? Map.of() : known.image;
      if (!write(change, before)) {
        return Outcome.UNSEEN_WRITE;
      }
      note(change.key(), change.stamp(), imageAfter(change));
      return Outcome.APPLIED;
    } finally {
      lock.unlock();
    }
  }

  /** Takes note of a record that replication itself caused. */
  private void observeApplied(
      ItemKey key, Map<String, AttributeValue> oldImage, Map<String, AttributeValue> newImage) {
    Stamp written =
        ReplicationAttributes.stampOf(newImage.isEmpty() ? oldImage : newImage).orElseThrow();
    @Nullable Known known = items.get(key);
    if (known == null || !known.stamp.isAfter(written)) {
      // A mark for a delete does not make the delete done.
      boolean marked = newImage.containsKey(DELETING);
      note(key, marked && known != null ? known.stamp : written, newImage);
      return;
    }
    // Older than what it was written over. That takes a write of this Region in the very moment
    // that no condition can see, such as a new attribute. The winner is put back; if the item has
    // changed again meanwhile, its next record brings us here again.
    Change winner = changeOf(key, known.image, known.stamp);
    if (write(winner, newImage)) {
      note(key, known.stamp, imageAfter(winner));
    }
  }

  private void note(ItemKey key, Stamp stamp, Map<String, AttributeValue> image) {
    // Later writes of this Region must win over what they were written on top of.
    lastMicros = Math.max(lastMicros, stamp.epochMicros());
    items.put(key, new Known(stamp, image));
  }

  private static Map<String, AttributeValue> imageAfter(Change change) {
    return switch (change) {
      case Change.Put put -> ReplicationAttributes.mark(put.item(), put.stamp());
      case Change.Delete _ -> Map.of();
    };
  }

  private Stamp nextStamp() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    lastMicros = Math.max(now, lastMicros + 1);
    return new Stamp(lastMicros, region);
  }

  private static Change changeOf(ItemKey key, Map<String, AttributeValue> image, Stamp stamp) {
    return image.isEmpty()
        ? new Change.Delete(key, stamp)
        : new Change.Put(key, ReplicationAttributes.strip(image), stamp);
  }

  /** Writes the change if the item still equals {@code before}; false when it does not. */
  private boolean write(Change change, Map<String, AttributeValue> before) {
    try {
      switch (change) {
        case Change.Put put -> put(put, before);
        case Change.Delete delete -> {
          if (!before.isEmpty()) {
            delete(delete, before);
          }
        }
      }
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  private void put(Change.Put change, Map<String, AttributeValue> before) {
    Expectation unchanged = Expectation.of(change.key(), before);
    var item = ReplicationAttributes.mark(change.item(), change.stamp());
    client.putItem(
        put ->
            put.tableName(table)
                .item(item)
                .conditionExpression(unchanged.expression())
                .expressionAttributeNames(unchanged.names())
                .expressionAttributeValues(unchanged.values()));
  }

  private void delete(Change.Delete change, Map<String, AttributeValue> before) {
    Expectation unchanged = Expectation.of(change.key(), before);
    var marked = ReplicationAttributes.markDeleting(before, change.stamp());
    client.putItem(
        put ->
            put.tableName(table)
                .item(marked)
                .conditionExpression(unchanged.expression())
                .expressionAttributeNames(unchanged.names())
                .expressionAttributeValues(unchanged.values()));
    Expectation stillMarked = Expectation.of(change.key(), marked);
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(change.key().attributes())
                  .conditionExpression(stillMarked.expression())
                  .expressionAttributeNames(stillMarked.names())
                  .expressionAttributeValues(stillMarked.values()));
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      unmark(change.key());
      throw changedMeanwhile;
    }
  }

  /** A mark left on an item that lives on would make its next delete look replicated. */
  private void unmark(ItemKey key) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key.attributes())
                  .updateExpression("REMOVE #deleting")
                  .conditionExpression("attribute_exists(#deleting)")
                  .expressionAttributeNames(Map.of("#deleting", DELETING)));
    } catch (ConditionalCheckFailedException alreadyGone) {
      // Somebody put or deleted the whole item, and the mark with it.
    }
  }
}
