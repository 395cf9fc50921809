package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.Outages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Takes the messages of one subscription to its queue, in the order in which the topic took them,
 * each until the queue has it. As SNS does, a refusal is final at once and a queue that does not
 * answer is tried again; the number of attempts is SNS's, too. What cannot be delivered goes to the
 * subscription's dead letter queue, if it has one.
 */
final class Delivery implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Delivery.class.getName());
  private static final int ATTEMPTS_MAX = 100_015;
  private static final String SNS = "sns.amazonaws.com";

  private final RegionName region;
  private volatile Subscription subscription;
  private final SqsEngine queues;
  private final ResourcePolicies policies;
  private final Outages outages;
  private final Backoff backoff;
  private final LinkedBlockingDeque<PublishedMessage> waiting = new LinkedBlockingDeque<>();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;
  private volatile String lastError = "";

  Delivery(
      RegionName region,
      Subscription subscription,
      SqsEngine queues,
      ResourcePolicies policies,
      Outages outages,
      Backoff backoff) {
    this.region = region;
    this.subscription = subscription;
    this.queues = queues;
    this.policies = policies;
    this.outages = outages;
    this.backoff = backoff;
    this.thread = Thread.ofVirtual().name("deliver to " + subscription.endpoint()).start(this::run);
  }

  /** Takes a message; never waits. */
  void offer(PublishedMessage message) {
    waiting.add(message);
  }

  /** Delivers what waits and what comes under other settings; to the same queue. */
  void change(Subscription changed) {
    subscription = changed;
  }

  SubscriptionStatus status() {
    return new SubscriptionStatus(
        subscription.topicArn(),
        subscription.endpoint(),
        delivered.get(),
        waiting.size(),
        lost.get(),
        lastError);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (true) {
        PublishedMessage message = waiting.takeFirst();
        waiting.addFirst(message); // it counts as waiting until the queue has it
        if (deliver(message, subscription.endpoint(), true)) {
          delivered.incrementAndGet();
        } else {
          giveUp(message);
        }
        waiting.removeFirst();
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  private void giveUp(PublishedMessage message) throws InterruptedException {
    Optional<String> deadLetterArn = subscription.deadLetterArn();
    boolean kept = deadLetterArn.isPresent() && deliver(message, deadLetterArn.get(), true);
    if (!kept) {
      lost.incrementAndGet();
    }
    LOG.log(
        Level.WARNING,
        "message {0} of {1} cannot be delivered to {2} ({3}) and {4}",
        new Object[] {
          message.messageId(),
          subscription.topicArn(),
          subscription.endpoint(),
          lastError,
          kept ? "is in " + deadLetterArn.get() : "is lost"
        });
  }

  /** Whether the queue has taken the message. */
  private boolean deliver(PublishedMessage message, String queueArn, boolean logged)
      throws InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      switch (attempt(message, queueArn)) {
        case TAKEN -> {
          return true;
        }
        case REFUSED -> {
          return false;
        }
        case UNAVAILABLE -> {
          if (attempt == 1 && logged) {
            LOG.log(Level.WARNING, "{0}; trying again to deliver to {1}", lastError, queueArn);
          }
          Thread.sleep(backoff.after(attempt));
        }
      }
    }
    return false;
  }

  private enum Outcome {
    TAKEN,
    REFUSED,
    UNAVAILABLE
  }

  private Outcome attempt(PublishedMessage message, String queueArn) {
    if (outages.isDown(region, "sqs")) {
      lastError = "sqs in " + region + " is unavailable";
      return Outcome.UNAVAILABLE;
    }
    if (!policies.allows(SNS, "sqs:SendMessage", queueArn, subscription.topicArn())) {
      lastError = "no policy of " + queueArn + " lets the topic send messages to it";
      return Outcome.REFUSED;
    }
    try {
      queues
          .client()
          .sendMessage(SqsMessages.request(subscription, message, queues.urlOf(queueArn)));
      return Outcome.TAKEN;
    } catch (SqsException refused) {
      lastError = String.valueOf(refused.getMessage());
      return refused.statusCode() < 500 ? Outcome.REFUSED : Outcome.UNAVAILABLE;
    } catch (SdkException unavailable) {
      lastError = String.valueOf(unavailable.getMessage());
      return Outcome.UNAVAILABLE;
    }
  }
}
