package com.globalbooking.hotbookingchecker;

import static java.util.stream.Collectors.toSet;

import com.globalbooking.contract.Metric;
import com.globalbooking.domain.CheckingBookings;
import com.globalbooking.domain.CheckingBookings.Changed;
import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.ConflictQueue;
import com.globalbooking.domain.StoreBusyException;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.StreamRecord;
import com.globalbooking.metrics.Metrics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Checks a batch and hands what it finds to the resolver, each conflict once. */
final class HandingOver {
  private static final Logger LOG = Logger.getLogger(HandingOver.class);

  private final CheckingBookings checking;
  private final ConflictQueue queue;
  private final Metrics metrics;

  HandingOver(CheckingBookings checking, ConflictQueue queue, Metrics metrics) {
    this.checking = checking;
    this.queue = queue;
    this.metrics = metrics;
  }

  /**
   * Hands over the conflicts of a batch.
   *
   * @return the ids of the records that must come again: those with a conflict not handed over
   */
  Set<String> handOver(List<Received<StreamRecord, Changed>> batch) {
    Map<Changed, List<Conflict>> found;
    try {
      found = checking.check(batch.stream().map(Received::value).distinct().toList());
    } catch (StoreBusyException e) {
      LOG.warnf("%d records come again: %s", batch.size(), e.getMessage());
      return batch.stream().map(received -> received.delivery().id()).collect(toSet());
    }
    List<Conflict> conflicts =
        found.values().stream().flatMap(Collection::stream).distinct().toList();
    if (conflicts.isEmpty()) {
      return Set.of();
    }
    Set<Conflict> unsent = queue.send(conflicts);
    conflicts.stream()
        .filter(conflict -> !unsent.contains(conflict))
        .forEach(conflict -> LOG.infof("Handed over %s", conflict.id()));
    metrics.emit(Metric.DETECTED_CONFLICTS, conflicts.size() - unsent.size());
    return batch.stream()
        .filter(
            received ->
                found.getOrDefault(received.value(), List.of()).stream().anyMatch(unsent::contains))
        .map(received -> received.delivery().id())
        .collect(toSet());
  }
}
