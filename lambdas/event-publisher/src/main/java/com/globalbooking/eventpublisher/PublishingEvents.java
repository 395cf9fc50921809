package com.globalbooking.eventpublisher;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.globalbooking.contract.PmsConnection;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.eventpublisher.EventTopic.Message;
import com.globalbooking.eventsources.BatchFrame.Received;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.eventsources.StreamRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Publishes events at least once, those of one property in their order: the next one leaves when
 * the one before it was taken, and after one that was not, none of its property does. The topic
 * goes first, because the hotel's PMS and the audit trail are behind it.
 */
final class PublishingEvents {
  private static final Logger LOG = Logger.getLogger(PublishingEvents.class);

  private final EventTopic topic;
  private final EventBus bus;
  private final PmsDirectory directory;
  private final Map<String, PmsIntegration> integrations;
  private final DeadLetterQueue deadLetters;

  /** An event under way. */
  private record Leaving(StreamRecord record, Message message) {}

  PublishingEvents(
      EventTopic topic,
      EventBus bus,
      PmsDirectory directory,
      List<PmsConnection> connections,
      DeadLetterQueue deadLetters) {
    this.topic = topic;
    this.bus = bus;
    this.directory = directory;
    this.integrations =
        connections.stream()
            .collect(toUnmodifiableMap(PmsConnection::name, PmsConnection::integration));
    this.deadLetters = deadLetters;
  }

  /**
   * Publishes a batch.
   *
   * @return the ids of the records that must come again
   */
  Set<String> publish(List<Received<StreamRecord, OutboxEvent>> batch) {
    Map<PropertyId, String> pms;
    try {
      pms = directory.connections(batch.stream().map(r -> r.value().property()).collect(toSet()));
    } catch (DirectoryUnavailableException e) {
      // Published without the attribute, an event would never reach its PMS.
      LOG.warnf("%d events come again: %s", batch.size(), e.getMessage());
      return batch.stream().map(received -> received.delivery().id()).collect(toSet());
    }
    Set<String> failed = new HashSet<>();
    Map<PropertyId, Deque<Leaving>> waiting = new LinkedHashMap<>();
    for (Received<StreamRecord, OutboxEvent> received : batch) {
      PropertyId property = received.value().property();
      Optional<PmsIntegration> integration =
          integration(received.delivery(), Optional.ofNullable(pms.get(property)), failed);
      waiting
          .computeIfAbsent(property, _ -> new ArrayDeque<>())
          .add(new Leaving(received.delivery(), new Message(received.value(), integration)));
    }
    List<Leaving> taken = publishInWaves(waiting.values(), failed);
    putOnBus(taken, failed);
    return failed;
  }

  /**
   * How the PMS is integrated. A connection that nobody configured is a fault of ours that people
   * must see; it does not keep the event from the others.
   */
  private Optional<PmsIntegration> integration(
      StreamRecord record, Optional<String> connection, Set<String> failed) {
    Optional<PmsIntegration> integration = connection.map(integrations::get);
    if (connection.isPresent() && integration.isEmpty()) {
      LOG.errorf("No PMS connection %s is configured", connection.get());
      var letter =
          new DeadLetter(
              record.sourceArn(),
              record.id(),
              "not told to the PMS: its connection is not configured",
              Optional.empty());
      if (!deadLetters.put(letter)) {
        failed.add(record.id());
      }
    }
    return integration;
  }

  /** Each wave has the next event of every property; of those whose last one failed, none. */
  private List<Leaving> publishInWaves(Collection<Deque<Leaving>> waiting, Set<String> failed) {
    List<Leaving> taken = new ArrayList<>();
    List<Deque<Leaving>> properties = new ArrayList<>(waiting);
    while (!properties.isEmpty()) {
      List<Message> wave = properties.stream().map(next -> next.getFirst().message()).toList();
      Set<Message> refused = Set.copyOf(topic.publish(wave));
      List<Deque<Leaving>> going = new ArrayList<>();
      for (Deque<Leaving> property : properties) {
        if (refused.contains(property.getFirst().message())) {
          property.forEach(event -> failed.add(event.record().id()));
        } else {
          taken.add(property.removeFirst());
          if (!property.isEmpty()) {
            going.add(property);
          }
        }
      }
      properties = going;
    }
    if (!failed.isEmpty()) {
      LOG.warnf("%d events come again: the topic did not take them", failed.size());
    }
    return taken;
  }

  private void putOnBus(List<Leaving> events, Set<String> failed) {
    if (events.isEmpty()) {
      return;
    }
    Set<OutboxEvent> refused =
        Set.copyOf(bus.put(events.stream().map(event -> event.message().event()).toList()));
    for (Leaving event : events) {
      if (refused.contains(event.message().event())) {
        failed.add(event.record().id());
      }
    }
    if (!refused.isEmpty()) {
      LOG.warnf("%d events come again: the bus did not take them", refused.size());
    }
  }
}
