package com.globalbooking.cacheupdater;

import com.globalbooking.contract.Metric;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityCache.Removal;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.Region;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.StreamRecord;
import com.globalbooking.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells the cache what changed. */
final class FollowingInventory {
  private static final Logger LOG = Logger.getLogger(FollowingInventory.class);

  private final AvailabilityCache cache;
  private final Region own;
  private final Metrics metrics;
  private final Clock clock;

  FollowingInventory(AvailabilityCache cache, Region own, Metrics metrics, Clock clock) {
    this.cache = cache;
    this.own = own;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Tells the cache of a whole batch at once: each change carries its version, so that the order is
   * the cache's business. When the cache does not answer, all of it comes again; what it took
   * nevertheless changes nothing the second time.
   *
   * @return the ids of the records that must come again
   */
  Set<String> follow(List<Received<StreamRecord, InventoryChange>> batch) {
    List<Allotment> written = new ArrayList<>();
    List<Removal> removed = new ArrayList<>();
    for (Received<StreamRecord, InventoryChange> received : batch) {
      switch (received.value()) {
        case InventoryChange.Written change -> written.add(change.allotment());
        case InventoryChange.Removed change -> removed.add(change.removal());
      }
    }
    try {
      cache.put(written);
      cache.remove(removed);
    } catch (CacheUnavailableException e) {
      LOG.warnf("%d changes come again: %s", batch.size(), e.getMessage());
      return batch.stream().map(received -> received.delivery().id()).collect(Collectors.toSet());
    }
    metrics.emit(Metric.CACHE_DELAY, delays(batch));
    return Set.of();
  }

  /** Of this Region's own changes: of the others replication has a part, which is measured too. */
  private List<Double> delays(List<Received<StreamRecord, InventoryChange>> batch) {
    List<Double> delays = new ArrayList<>();
    for (Received<StreamRecord, InventoryChange> received : batch) {
      if (received.value() instanceof InventoryChange.Written(Allotment allotment, var at)
          && allotment.owner().equals(own)) {
        delays.add((double) Math.max(0, Duration.between(at, clock.instant()).toMillis()));
      }
    }
    return delays;
  }
}
