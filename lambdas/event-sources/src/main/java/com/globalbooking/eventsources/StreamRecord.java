package com.globalbooking.eventsources;

import java.time.Instant;
import java.util.Optional;

/**
 * One record of a DynamoDB stream.
 *
 * @param id its sequence number
 * @param writtenAt when the item was written, to the second
 * @param oldImage the item before; absent when it was new
 * @param newImage the item after; absent when it was removed
 */
public record StreamRecord(
    String id,
    String sourceArn,
    ChangeType change,
    Instant writtenAt,
    Optional<StreamImage> oldImage,
    Optional<StreamImage> newImage)
    implements Delivery {

  /** What happened to the item. */
  public enum ChangeType {
    INSERT,
    MODIFY,
    REMOVE
  }

  /** A stream's order is its own: Lambda goes back to the first record that failed. */
  @Override
  public Optional<String> group() {
    return Optional.empty();
  }
}
