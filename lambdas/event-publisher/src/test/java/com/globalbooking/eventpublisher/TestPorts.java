package com.globalbooking.eventpublisher;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.eventsources.DeadLetterQueue;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands in for what the function would reach. */
@Mock
class TestPorts {

  /** Takes everything but the events that it is told to refuse. */
  static final class Topic implements EventTopic {
    final List<Message> taken = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();
    final Set<String> refusing = new HashSet<>();

    @Override
    public Collection<Message> publish(List<Message> messages) {
      sizes.add(messages.size());
      assertOnePerProperty(messages);
      List<Message> refused = new ArrayList<>();
      for (Message message : messages) {
        boolean refuses = refusing.contains(message.event().event().eventId());
        (refuses ? refused : taken).add(message);
      }
      return refused;
    }

    List<String> takenIds() {
      return taken.stream().map(message -> message.event().event().eventId()).toList();
    }

    private static void assertOnePerProperty(List<Message> messages) {
      long properties =
          messages.stream().map(message -> message.event().property()).distinct().count();
      if (properties != messages.size()) {
        throw new AssertionError("two events of one property in one call lose their order");
      }
    }
  }

  /** Takes everything but the events that it is told to refuse. */
  static final class Bus implements EventBus {
    final List<String> taken = new ArrayList<>();
    final Set<String> refusing = new HashSet<>();

    @Override
    public Collection<OutboxEvent> put(List<OutboxEvent> events) {
      List<OutboxEvent> refused = new ArrayList<>();
      for (OutboxEvent event : events) {
        String id = event.event().eventId();
        if (refusing.contains(id)) {
          refused.add(event);
        } else {
          taken.add(id);
        }
      }
      return refused;
    }
  }

  /** Knows what it is told, unless it is down. */
  static final class Directory implements PmsDirectory {
    final Map<String, String> known = new HashMap<>();
    boolean up = true;

    @Override
    public Map<PropertyId, String> connections(Set<PropertyId> properties) {
      if (!up) {
        throw new DirectoryUnavailableException("down");
      }
      Map<PropertyId, String> found = new HashMap<>();
      for (PropertyId property : properties) {
        String connection = known.get(property.value());
        if (connection != null) {
          found.put(property, connection);
        }
      }
      return found;
    }
  }

  /** Keeps what is put there, unless it is down. */
  static final class Letters implements DeadLetterQueue {
    final List<DeadLetter> all = new ArrayList<>();
    boolean up = true;

    @Override
    public boolean put(DeadLetter letter) {
      return up && all.add(letter);
    }
  }

  @Produces
  @Singleton
  Topic topic() {
    return new Topic();
  }

  @Produces
  @Singleton
  Bus bus() {
    return new Bus();
  }

  @Produces
  @Singleton
  Directory directory() {
    return new Directory();
  }

  @Produces
  @Singleton
  Letters letters() {
    return new Letters();
  }
}
