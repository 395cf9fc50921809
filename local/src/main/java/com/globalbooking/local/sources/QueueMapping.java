package com.globalbooking.local.sources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.SqsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Polls a queue and hands its messages to a function. What the function does not take is left to
 * the queue: it comes again when its visibility timeout is over, and ends in the queue's own dead
 * letter queue. The engine keeps the groups of a FIFO queue in order: it hands out nothing of a
 * group of which something is under way.
 */
class QueueMapping implements Mapping {
  /** Short, so that an outage is noticed soon; an empty queue costs one request each time. */
  private static final Duration LONG_POLL = Duration.ofSeconds(2);

  /**
   * How long a poller of a FIFO queue waits after it was given nothing. ElasticMQ must not be asked
   * to wait: while the next message is of a group that is under way, it looks through the whole
   * queue again and again without a pause, and in the end answers nobody.
   */
  private static final Duration FIFO_PAUSE = Duration.ofMillis(100);

  private static final List<String> READS =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private final QueueSource source;
  private final FunctionInvoker functions;
  private final SqsEngine queues;
  private final RoleAccess access;
  private final Progress progress;
  private final Backoff backoff;
  private final String url;
  private final boolean fifo;
  private final Duration longPoll;
  private final Duration visibility;
  private final QueueMessages messages;
  private final MappingThreads threads = new MappingThreads();

  QueueMapping(
      QueueSource source,
      RegionName region,
      FunctionInvoker functions,
      SqsEngine queues,
      RoleAccess access,
      Progress progress,
      Backoff backoff) {
    this.source = source;
    this.functions = functions;
    this.queues = queues;
    this.access = access;
    this.progress = progress;
    this.backoff = backoff;
    this.url = queues.urlOf(source.queueArn());
    this.fifo = source.queueArn().endsWith(".fifo");
    this.longPoll = fifo ? Duration.ZERO : LONG_POLL;
    this.visibility =
        Duration.ofSeconds(Long.parseLong(attribute(QueueAttributeName.VISIBILITY_TIMEOUT)));
    this.messages = new QueueMessages(source.queueArn(), region.value());
  }

  void start() {
    for (int i = 0; i < source.concurrency(); i++) {
      threads.repeat("poll for " + source.function(), this::poll, this::pause);
    }
  }

  @Override
  public MappingStatus status() {
    return new MappingStatus(
        source.function(),
        source.queueArn().substring(source.queueArn().lastIndexOf(':') + 1),
        progress.taken.get(),
        progress.failures.get(),
        0,
        Long.parseLong(attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
        0,
        progress.lastError());
  }

  @Override
  public void close() {
    progress.ending();
    threads.stop();
  }

  private void poll() throws InterruptedException {
    Optional<String> obstacle = access.obstacle("sqs", READS, source.queueArn());
    if (obstacle.isPresent() || access.lambdaIsDown()) {
      progress.stumbled(obstacle.orElse("lambda is unavailable"));
      Thread.sleep(backoff.longest());
      return;
    }
    Received received = receive();
    if (fifo && received.messages().isEmpty()) {
      Thread.sleep(FIFO_PAUSE);
      return;
    }
    List<Message> wanted = new ArrayList<>();
    List<Message> unwanted = new ArrayList<>();
    received
        .messages()
        .forEach(
            message ->
                (source.filter().passes(messages.filterable(message)) ? wanted : unwanted)
                    .add(message));
    delete(unwanted, received.at());
    if (!wanted.isEmpty()) {
      handle(wanted, received.at());
    }
  }

  /**
   * What the queue handed out.
   *
   * @param at when the first of it came, in nanoseconds of this machine
   */
  private record Received(List<Message> messages, long at) {}

  private Received receive() {
    List<Message> batch = new ArrayList<>();
    long at = 0;
    long end = 0;
    do {
      int room = Math.min(QueueSource.RECEIVED_AT_ONCE_MAX, source.batchSize() - batch.size());
      long wait =
          batch.isEmpty()
              ? longPoll.toSeconds()
              : Math.min(
                  longPoll.toSeconds(), Duration.ofNanos(end - System.nanoTime()).toSeconds());
      batch.addAll(
          queues
              .client()
              .receiveMessage(
                  receive ->
                      receive
                          .queueUrl(url)
                          .maxNumberOfMessages(room)
                          .waitTimeSeconds(Math.toIntExact(wait))
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                          .messageAttributeNames("All"))
              .messages());
      if (batch.isEmpty()) {
        return new Received(batch, at);
      }
      if (at == 0) {
        at = System.nanoTime();
        end = at + source.window().toNanos();
      }
    } while (batch.size() < source.batchSize() && System.nanoTime() - end < 0);
    return new Received(batch, at);
  }

  private void handle(List<Message> batch, long receivedAt) throws InterruptedException {
    int failures = 0;
    while (stillInvisible(receivedAt)) {
      InvocationResult result = functions.invoke(source.function(), messages.payload(batch));
      if (Thread.interrupted()) {
        throw new InterruptedException(); // closed while the function was at work
      }
      switch (result) {
        case InvocationResult.Succeeded(byte[] answer) -> {
          progress.taken.addAndGet(batch.size());
          delete(source.reportsItemFailures() ? done(batch, answer) : batch, receivedAt);
          return;
        }
        case InvocationResult.Failed(String type, byte[] _) -> {
          failed(batch, type);
          return;
        }
        case InvocationResult.TimedOut() -> {
          failed(batch, "the function did not answer in time");
          return;
        }
        case InvocationResult.Throttled() -> progress.stumbled("throttled");
        case InvocationResult.NoSuchFunction() -> progress.stumbled("there is no such function");
      }
      Thread.sleep(backoff.after(++failures));
    }
  }

  private void failed(List<Message> batch, String why) throws InterruptedException {
    progress.taken.addAndGet(batch.size());
    progress.failures.incrementAndGet();
    progress.stumbled(why);
    if (!source.reportsItemFailures()) {
      Thread.sleep(backoff.after(1)); // Lambda polls less while a function fails
    }
  }

  /** The messages that the function's own answer says are done. */
  private List<Message> done(List<Message> batch, byte[] answer) {
    return switch (read(answer, batch.stream().map(Message::messageId).toList())) {
      case BatchAnswer.Done() -> batch;
      case BatchAnswer.Partial(var failed) -> {
        progress.failures.incrementAndGet();
        progress.stumbled("the function reported messages as failed");
        yield batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
      }
      case BatchAnswer.Unusable(String why) -> {
        progress.failures.incrementAndGet();
        progress.stumbled(why);
        yield List.of();
      }
    };
  }

  /** Of its own, so that a test can take it away and see what is lost. */
  BatchAnswer read(byte[] answer, List<String> ids) {
    return BatchAnswer.read(answer, ids);
  }

  /** Tries until the messages would come again anyhow. */
  private void delete(List<Message> done, long receivedAt) throws InterruptedException {
    for (int first = 0; first < done.size(); first += QueueSource.RECEIVED_AT_ONCE_MAX) {
      List<Message> part =
          done.subList(first, Math.min(done.size(), first + QueueSource.RECEIVED_AT_ONCE_MAX));
      int failures = 0;
      while (!deleted(part) && stillInvisible(receivedAt)) {
        Thread.sleep(backoff.after(++failures));
      }
    }
  }

  private boolean deleted(List<Message> part) {
    Optional<String> obstacle =
        access.obstacle("sqs", List.of("sqs:DeleteMessage"), source.queueArn());
    if (obstacle.isPresent()) {
      progress.stumbled(obstacle.get());
      return false;
    }
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : part) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(message.receiptHandle())
              .build());
    }
    try {
      queues.client().deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
      return true;
    } catch (SdkException failed) {
      progress.stumbled("cannot delete messages: " + failed.getMessage());
      return false;
    }
  }

  private boolean stillInvisible(long receivedAt) {
    return System.nanoTime() - receivedAt < visibility.toNanos();
  }

  private String attribute(QueueAttributeName name) {
    Map<QueueAttributeName, String> attributes =
        queues
            .client()
            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(name))
            .attributes();
    return attributes.getOrDefault(name, "0");
  }

  private void pause(SdkException failed, int failures) throws InterruptedException {
    progress.stumbled("cannot read the queue: " + failed.getMessage());
    Thread.sleep(backoff.after(failures));
  }
}
