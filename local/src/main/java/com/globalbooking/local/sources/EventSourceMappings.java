package com.globalbooking.local.sources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.SqsEngine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The event source mappings of one Region. Thread-safe. */
public class EventSourceMappings implements AutoCloseable {
  /**
   * Most invocations of one mapping at one time, though the program may allow more: those would
   * wait for the processors of this machine while the visibility of their messages runs out.
   */
  public static final int CONCURRENCY_MAX = 2;

  private final RegionName region;
  private final String accountId;
  private final FunctionInvoker functions;
  private final Supplier<Optional<DynamoDbEngine>> tables;
  private final SqsEngine queues;
  private final AccessControl access;
  private final Outages outages;
  private final Clock clock;
  private final Backoff backoff;
  private final Map<String, Mapping> mappings = new ConcurrentSkipListMap<>();

  /** Closed, and to go on where they stopped when they are wanted again. */
  private final Map<String, Mapping> paused = new ConcurrentHashMap<>();

  /**
   * @param functions who runs the Region's functions
   * @param tables the Region's DynamoDB
   * @param access what the roles of functions allow
   * @param backoff between attempts, whoever fails
   */
  public EventSourceMappings(
      RegionName region,
      String accountId,
      FunctionInvoker functions,
      Supplier<Optional<DynamoDbEngine>> tables,
      SqsEngine queues,
      AccessControl access,
      Outages outages,
      Clock clock,
      Backoff backoff) {
    this.region = region;
    this.accountId = accountId;
    this.functions = functions;
    this.tables = tables;
    this.queues = queues;
    this.access = access;
    this.outages = outages;
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * Starts a mapping from a stream.
   *
   * @throws IllegalArgumentException when the role may not read it, or it is not here
   */
  public void add(StreamSource source) throws InterruptedException {
    var progress = new Progress(source.table() + " to " + source.function());
    start(source, mapping(source, progress), progress);
  }

  /**
   * Has a mapping from a stream go on under other settings, where it is in the stream.
   *
   * @throws IllegalArgumentException when the role may not read it, or it is not here; the mapping
   *     then goes on as it was
   */
  public void change(StreamSource source) throws InterruptedException {
    var progress = new Progress(source.table() + " to " + source.function());
    StreamMapping mapping = mapping(source, progress);
    pause(source.id());
    if (paused.remove(source.id()) instanceof StreamMapping before) {
      mapping.continueAfter(before);
    }
    start(source, mapping, progress);
  }

  /** As for a stream; messages under way come again when their visibility runs out. */
  public void change(QueueSource source) {
    var progress = new Progress(source.queueArn() + " to " + source.function());
    QueueMapping mapping = mapping(source, progress);
    remove(source.id());
    mappings.put(source.id(), mapping);
    mapping.start();
  }

  /** Stops a mapping, which may go on by a change. That there is none is no failure. */
  public void pause(String id) {
    Mapping running = mappings.remove(id);
    if (running != null) {
      running.close();
      paused.put(id, running);
    }
  }

  /** Takes a mapping away; that there is none is no failure. */
  public void remove(String id) {
    pause(id);
    paused.remove(id);
  }

  private void start(StreamSource source, StreamMapping mapping, Progress progress)
      throws InterruptedException {
    mappings.put(source.id(), mapping);
    mapping.start(
        batches(
            source,
            roleAccess(source.function(), source.roleArn()),
            new FailureDestination(
                source,
                functionArn(source.function()),
                queues,
                roleAccess(source.function(), source.roleArn()),
                progress,
                backoff,
                clock),
            progress));
  }

  private StreamMapping mapping(StreamSource source, Progress progress) {
    requireHere(source.streamArn());
    var roleAccess = roleAccess(source.function(), source.roleArn());
    requireAllowed(roleAccess.denial(StreamMapping.READS, source.streamArn()));
    // AWS asks for this one, too; it concerns no stream in particular.
    boolean lists =
        roleAccess.denial(List.of("dynamodb:ListStreams"), source.streamArn()).isEmpty()
            || roleAccess.denial(List.of("dynamodb:ListStreams"), "*").isEmpty();
    if (!lists) {
      throw new IllegalArgumentException(
          source.roleArn() + " is not allowed dynamodb:ListStreams on " + source.streamArn());
    }
    DynamoDbEngine engine =
        tables.get().orElseThrow(() -> new IllegalArgumentException(region + " has no DynamoDB"));
    try {
      return new StreamMapping(source, region, engine, roleAccess, progress, backoff, clock);
    } catch (ResourceNotFoundException e) {
      throw new IllegalArgumentException("there is no table " + source.table(), e);
    }
  }

  /**
   * Starts a mapping from a queue.
   *
   * @throws IllegalArgumentException when the role may not read it, or it is not here
   */
  public void add(QueueSource source) {
    var progress = new Progress(source.queueArn() + " to " + source.function());
    QueueMapping mapping = mapping(source, progress);
    mappings.put(source.id(), mapping);
    mapping.start();
  }

  private QueueMapping mapping(QueueSource source, Progress progress) {
    requireHere(source.queueArn());
    var roleAccess = roleAccess(source.function(), source.roleArn());
    requireAllowed(
        roleAccess.denial(
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
            source.queueArn()));
    try {
      return queueMapping(source, roleAccess, progress);
    } catch (QueueDoesNotExistException e) {
      throw new IllegalArgumentException("there is no queue " + source.queueArn(), e);
    }
  }

  /** How far each mapping is. */
  public List<MappingStatus> status() {
    return mappings.values().stream().map(Mapping::status).toList();
  }

  /** Stops all mappings; may be repeated. */
  @Override
  public void close() {
    mappings.values().forEach(Mapping::close);
  }

  StreamBatches batches(
      StreamSource source,
      RoleAccess roleAccess,
      FailureDestination destination,
      Progress progress) {
    return new StreamBatches(
        source,
        functions,
        roleAccess,
        destination,
        progress,
        new Semaphore(CONCURRENCY_MAX),
        backoff,
        clock);
  }

  QueueMapping queueMapping(QueueSource source, RoleAccess roleAccess, Progress progress) {
    return new QueueMapping(source, region, functions, queues, roleAccess, progress, backoff);
  }

  private RoleAccess roleAccess(String function, String roleArn) {
    return new RoleAccess(region, access, outages, function, roleArn);
  }

  private String functionArn(String function) {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(region, accountId, function);
  }

  private void requireHere(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length != 6 || !parts[3].equals(region.value())) {
      throw new IllegalArgumentException("'" + arn + "' is not in " + region);
    }
  }

  private static void requireAllowed(Optional<String> denial) {
    if (denial.isPresent()) {
      throw new IllegalArgumentException(denial.get());
    }
  }
}
