package com.globalbooking.stack.eventsources;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.QueueShape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigOnFailureArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaFilterArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingScalingConfigArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What runs functions that nobody calls: three streams and four queues. Every one answers which of
 * a batch failed, waits for nothing, and never drops: a stream tries until the record expires and
 * then puts its position into a dead-letter queue, a queue after a hundred receives.
 */
public final class EventSources extends ComponentResource {

  /**
   * @param auditSchema must be there before the first event is recorded
   */
  public record Args(
      Map<Function, FunctionHandle> functions,
      FunctionTables tables,
      FunctionMessaging messaging,
      Resource auditSchema) {
    public Args {
      functions = Map.copyOf(functions);
    }
  }

  /**
   * How a stream is read.
   *
   * @param batch records at once at most
   * @param parallel batches of one shard at once; beyond 1 only the order of one item is kept
   */
  private record Stream(int batch, int parallel) {}

  /**
   * How a queue is read.
   *
   * @param batch messages at once at most
   * @param concurrency most executions at once; below what is reserved for the function, because
   *     what it is throttled on counts as received
   */
  private record Queue(int batch, int concurrency) {}

  private static final String TYPE = "global-booking:eventsources:EventSources";

  /** How long DynamoDB keeps a record in a stream. */
  private static final int STREAM_RETENTION_SECONDS = 24 * 3600;

  private static final int UNTIL_IT_EXPIRES = -1;

  private final String name;
  private final Args args;

  /** Registers the mappings. */
  public EventSources(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;

    // One batch of a shard at a time: side by side Lambda keeps the order of one item only, and the
    // events of one property are different items. That an entry of the outbox expired is nothing to
    // publish.
    EventSourceMappingArgs.Builder publisher = stream(Function.EVENT_PUBLISHER, new Stream(100, 1));
    register(Function.EVENT_PUBLISHER.id(), publisher.filterCriteria(onlyWritten()), List.of());
    register(
        Function.CACHE_UPDATER.id(),
        stream(Function.CACHE_UPDATER, new Stream(200, 10)),
        List.of());
    register(
        Function.HOT_BOOKING_CHECKER.id(),
        stream(Function.HOT_BOOKING_CHECKER, new Stream(100, 10)),
        List.of());
    // Each worker keeps to its share of what a PMS can take.
    queues(Function.PMS_SYNC_WORKER, new Queue(10, PmsIntegration.MOST_WORKERS), List.of());
    queues(Function.AUDIT_WRITER, new Queue(10, 20), List.of(args.auditSchema()));
    queues(Function.OVERBOOKING_RESOLVER, new Queue(5, 5), List.of());

    registerOutputs(Map.of());
  }

  private EventSourceMappingArgs.Builder stream(Function function, Stream stream) {
    return mapping(function)
        .eventSourceArn(
            Objects.requireNonNull(args.tables().byStreamReader().get(function)).streamArn())
        .startingPosition("TRIM_HORIZON")
        .batchSize(stream.batch())
        .parallelizationFactor(stream.parallel())
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(UNTIL_IT_EXPIRES)
        .maximumRecordAgeInSeconds(STREAM_RETENTION_SECONDS)
        .destinationConfig(
            EventSourceMappingDestinationConfigArgs.builder()
                .onFailure(
                    EventSourceMappingDestinationConfigOnFailureArgs.builder()
                        .destinationArn(
                            Objects.requireNonNull(args.messaging().deadLetters().get(function))
                                .arn())
                        .build())
                .build());
  }

  private void queues(Function function, Queue shape, List<Resource> after) {
    List<QueueHandle> sources = Objects.requireNonNull(args.messaging().sources().get(function));
    for (QueueHandle queue : sources) {
      register(
          function.id() + "-" + queue.id().replace(QueueShape.FIFO, ""),
          mapping(function)
              .eventSourceArn(queue.arn())
              .batchSize(shape.batch())
              .scalingConfig(
                  EventSourceMappingScalingConfigArgs.builder()
                      .maximumConcurrency(shape.concurrency())
                      .build()),
          after);
    }
  }

  private EventSourceMappingArgs.Builder mapping(Function function) {
    return EventSourceMappingArgs.builder()
        .functionName(Objects.requireNonNull(args.functions().get(function)).arn())
        .maximumBatchingWindowInSeconds(0)
        .functionResponseTypes("ReportBatchItemFailures");
  }

  private void register(String part, EventSourceMappingArgs.Builder mapping, List<Resource> after) {
    new EventSourceMapping(
        name + "-" + part,
        mapping.build(),
        CustomResourceOptions.builder().parent(this).dependsOn(after).build());
  }

  /** By the new image, not by the kind of the record: Lambda documents filters on the former. */
  private static EventSourceMappingFilterCriteriaArgs onlyWritten() {
    var exists = new JsonObject();
    exists.addProperty("exists", true);
    var anyOf = new JsonArray();
    anyOf.add(exists);
    JsonObject pattern =
        object("dynamodb", object("NewImage", object(OutboxTable.OUTBOX_ID, object("S", anyOf))));
    return EventSourceMappingFilterCriteriaArgs.builder()
        .filters(
            EventSourceMappingFilterCriteriaFilterArgs.builder()
                .pattern(pattern.toString())
                .build())
        .build();
  }

  private static JsonObject object(String key, JsonElement value) {
    var object = new JsonObject();
    object.add(key, value);
    return object;
  }
}
