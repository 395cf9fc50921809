package com.globalbooking.local.messaging;

import com.globalbooking.local.aws.AwsFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One topic: what it has taken, and to whom it hands it. Thread-safe. */
final class Topic {
  private static final int KEPT = 1_000;
  private static final int LARGEST_MESSAGE = 256 << 10;
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private volatile Topics.Settings settings;
  private final Clock clock;
  private final List<Consumer<PublishedMessage>> receivers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  // All guarded by the lock.
  private final Deque<PublishedMessage> kept = new ArrayDeque<>();
  private final Map<String, PublishedMessage> recent = new LinkedHashMap<>();
  private long lastSequence;

  Topic(Topics.Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void addReceiver(Consumer<PublishedMessage> receiver) {
    receivers.add(receiver);
  }

  void removeReceiver(Consumer<PublishedMessage> receiver) {
    receivers.remove(receiver);
  }

  /** Treats messages to come otherwise. */
  void change(Topics.Settings changed) {
    settings = changed;
  }

  /** The last messages, oldest first. */
  List<PublishedMessage> messages() {
    lock.lock();
    try {
      return List.copyOf(kept);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a message; a repeat is answered as the first was and handed to nobody. */
  PublishedMessage publish(TopicMessage message) throws AwsFault {
    TopicMessage accepted = accepted(message);
    lock.lock();
    try {
      Instant now = clock.instant();
      if (!settings.fifo()) {
        return hand(new PublishedMessage(id(), Optional.empty(), now, accepted));
      }
      String repeat = accepted.deduplicationId().orElseThrow();
      String key =
          settings.deduplicatesByGroup() ? accepted.groupId().orElseThrow() + " " + repeat : repeat;
      recent.values().removeIf(it -> !it.publishedAt().plus(DEDUPLICATION).isAfter(now));
      @Nullable PublishedMessage first = recent.get(key);
      if (first != null) {
        return first;
      }
      lastSequence++;
      var published =
          new PublishedMessage(id(), Optional.of("1%019d".formatted(lastSequence)), now, accepted);
      recent.put(key, published);
      return hand(published);
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock, so that every receiver sees the same order. */
  private PublishedMessage hand(PublishedMessage published) {
    kept.addLast(published);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    receivers.forEach(receiver -> receiver.accept(published));
    return published;
  }

  private TopicMessage accepted(TopicMessage message) throws AwsFault {
    if (message.body().isEmpty()) {
      throw invalid("Empty message");
    }
    if (message.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE) {
      throw invalid("Message too long");
    }
    if (!settings.fifo()) {
      if (message.deduplicationId().isPresent()) {
        throw invalid("MessageDeduplicationId is only for FIFO topics");
      }
      return message;
    }
    if (message.groupId().isEmpty()) {
      throw invalid("The MessageGroupId parameter is required for FIFO topics");
    }
    if (message.deduplicationId().isPresent()) {
      return message;
    }
    if (!settings.contentBasedDeduplication()) {
      throw invalid(
          "The topic should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
    return new TopicMessage(
        message.body(),
        message.subject(),
        message.attributes(),
        message.groupId(),
        Optional.of(sha256(message.body())));
  }

  private static AwsFault invalid(String reason) {
    return new AwsFault(400, "InvalidParameter", "Invalid parameter: " + reason);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
