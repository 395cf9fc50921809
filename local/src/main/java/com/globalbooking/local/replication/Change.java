package com.globalbooking.local.replication;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a write in one Region made of one item: all that crosses to the other Regions. */
sealed interface Change {
  ItemKey key();

  Stamp stamp();

  /**
   * The item is now this.
   *
   * @param item all attributes, without those of replication
   */
  record Put(ItemKey key, Map<String, AttributeValue> item, Stamp stamp) implements Change {}

  /** The item is gone. */
  record Delete(ItemKey key, Stamp stamp) implements Change {}
}
