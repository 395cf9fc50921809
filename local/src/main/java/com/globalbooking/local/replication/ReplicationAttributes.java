package com.globalbooking.local.replication;

import com.globalbooking.local.RegionName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes by which replication marks what it writes, named as global tables of 2017 named
 * them (today's global tables hide theirs), and the rule that tells by them an applied change from
 * one that somebody made in this Region. Without the rule a change would go round for ever.
 *
 * <p>Images are as in a stream record; the empty map stands for an item that does not exist.
 */
final class ReplicationAttributes {
  static final String UPDATE_TIME = "aws:rep:updatetime";
  static final String UPDATE_REGION = "aws:rep:updateregion";

  /**
   * Set just before a replicated delete, because the record of a delete shows only the old image.
   */
  static final String DELETING = "aws:rep:deleting";

  private ReplicationAttributes() {}

  /**
   * Whether replication made the change. It did when it put its marks on the new image; marks that
   * an update in this Region left as they were, or that a put took away, say nothing. A delete is
   * replicated when the item had been marked for it.
   */
  static boolean wroteIt(
      Map<String, AttributeValue> oldImage, Map<String, AttributeValue> newImage) {
    if (newImage.isEmpty()) {
      return oldImage.containsKey(DELETING);
    }
    Optional<Stamp> mark = stampOf(newImage);
    return mark.isPresent() && !mark.equals(stampOf(oldImage));
  }

  /** The stamp of the change that replication applied last; empty if it never wrote the item. */
  static Optional<Stamp> stampOf(Map<String, AttributeValue> image) {
    @Nullable AttributeValue time = image.get(UPDATE_TIME);
    @Nullable AttributeValue region = image.get(UPDATE_REGION);
    return time == null || region == null
        ? Optional.empty()
        : Optional.of(new Stamp(Long.parseLong(time.n()), new RegionName(region.s())));
  }

  /** The item with the marks of replication on it. */
  static Map<String, AttributeValue> mark(Map<String, AttributeValue> item, Stamp stamp) {
    Map<String, AttributeValue> marked = new HashMap<>(item);
    marked.put(UPDATE_TIME, AttributeValue.fromN(Long.toString(stamp.epochMicros())));
    marked.put(UPDATE_REGION, AttributeValue.fromS(stamp.region().value()));
    return marked;
  }

  /** The item with the marks of a replicated delete that is about to follow. */
  static Map<String, AttributeValue> markDeleting(Map<String, AttributeValue> item, Stamp stamp) {
    Map<String, AttributeValue> marked = mark(item, stamp);
    marked.put(DELETING, AttributeValue.fromBool(true));
    return marked;
  }

  /** The item as its writer knows it, without marks. */
  static Map<String, AttributeValue> strip(Map<String, AttributeValue> image) {
    Map<String, AttributeValue> item = new HashMap<>(image);
    item.remove(UPDATE_TIME);
    item.remove(UPDATE_REGION);
    item.remove(DELETING);
    return item;
  }
}
