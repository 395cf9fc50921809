package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.messaging.EventFilter;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.sources.QueueSource;
import com.globalbooking.local.sources.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code aws:lambda/eventSourceMapping:EventSourceMapping} of a DynamoDB stream or an SQS queue; it
 * starts at once, so its function must have been deployed and its role be allowed to read.
 */
final class LambdaEventSourceMapping implements ResourceHandler {
  static final String TYPE = "aws:lambda/eventSourceMapping:EventSourceMapping";

  private static final String ITEM_FAILURES = "ReportBatchItemFailures";
  private static final long STREAM_BATCH = 100;
  private static final long QUEUE_BATCH = 10;

  private final RegionContext context;

  LambdaEventSourceMapping(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) throws InterruptedException {
    Inputs inputs = resource.inputs();
    String id = ResourceNames.idOf(resource);
    Invoked function = invoked(inputs.string("functionName"));
    if (isEnabled(inputs)) {
      start(id, inputs, function);
    }
    return new Created(id, computed(id, inputs, function));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("eventSourceArn", "startingPosition");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) throws InterruptedException {
    Inputs inputs = wanted.inputs();
    Invoked function = invoked(inputs.string("functionName"));
    if (isEnabled(inputs)) {
      change(existing.id(), inputs, function);
    } else {
      context.sources().pause(existing.id());
    }
    return computed(existing.id(), inputs, function);
  }

  @Override
  public void delete(Existing existing) {
    context.sources().remove(existing.id());
  }

  private static boolean isEnabled(Inputs inputs) {
    return !inputs.fields().values().containsKey("enabled") || inputs.flag("enabled");
  }

  private Fields computed(String id, Inputs inputs, Invoked function) {
    return PropertyValue.fields(
        Map.of(
            "uuid",
            id,
            "arn",
            context.arn("lambda", "event-source-mapping:" + id),
            "functionArn",
            context.arn("lambda", "function:" + function.reference()),
            "state",
            isEnabled(inputs) ? "Enabled" : "Disabled"));
  }

  private void change(String id, Inputs inputs, Invoked function) throws InterruptedException {
    String sourceArn = inputs.string("eventSourceArn");
    if (sourceArn.startsWith("arn:aws:dynamodb:")) {
      context.sources().change(stream(id, inputs, function, sourceArn));
    } else {
      context.sources().change(queue(id, inputs, function, sourceArn));
    }
  }

  private void start(String id, Inputs inputs, Invoked function) throws InterruptedException {
    String sourceArn = inputs.string("eventSourceArn");
    if (sourceArn.startsWith("arn:aws:dynamodb:")) {
      context.sources().add(stream(id, inputs, function, sourceArn));
    } else if (sourceArn.startsWith("arn:aws:sqs:")) {
      context.sources().add(queue(id, inputs, function, sourceArn));
    } else {
      throw new IllegalArgumentException("'" + sourceArn + "' is no source known locally");
    }
  }

  private static StreamSource stream(String id, Inputs inputs, Invoked function, String sourceArn) {
    String position = inputs.string("startingPosition");
    if (!position.equals("TRIM_HORIZON") && !position.equals("LATEST")) {
      throw new IllegalArgumentException("a DynamoDB stream has no position " + position);
    }
    return new StreamSource(
        id,
        function.reference(),
        function.roleArn(),
        sourceArn,
        position.equals("TRIM_HORIZON"),
        whole(inputs, "batchSize", STREAM_BATCH),
        window(inputs),
        whole(inputs, "parallelizationFactor", 1),
        filter(inputs),
        reportsItemFailures(inputs),
        inputs.flag("bisectBatchOnFunctionError"),
        limit(inputs, "maximumRetryAttempts")
            .map(it -> OptionalInt.of(Math.toIntExact(it)))
            .orElse(OptionalInt.empty()),
        limit(inputs, "maximumRecordAgeInSeconds").map(Duration::ofSeconds),
        inputs
            .object("destinationConfig")
            .flatMap(it -> it.object("onFailure"))
            .map(it -> it.string("destinationArn")));
  }

  private static QueueSource queue(String id, Inputs inputs, Invoked function, String sourceArn) {
    return new QueueSource(
        id,
        function.reference(),
        function.roleArn(),
        sourceArn,
        whole(inputs, "batchSize", QUEUE_BATCH),
        window(inputs),
        concurrency(inputs),
        filter(inputs),
        reportsItemFailures(inputs));
  }

  private static int concurrency(Inputs inputs) {
    int declared =
        inputs
            .object("scalingConfig")
            .map(it -> whole(it, "maximumConcurrency", EventSourceMappings.CONCURRENCY_MAX))
            .orElse(EventSourceMappings.CONCURRENCY_MAX);
    return Math.min(declared, EventSourceMappings.CONCURRENCY_MAX);
  }

  private Invoked invoked(String nameOrArn) {
    var reference = FunctionReference.of(nameOrArn);
    FunctionHost host = context.functions();
    if (host.versionOf(reference).isEmpty()) {
      throw new IllegalArgumentException("there is no function " + nameOrArn);
    }
    String role = host.definition(reference.name()).orElseThrow().roleArn();
    return new Invoked(reference.suffix(), role);
  }

  /**
   * What a mapping invokes.
   *
   * @param reference name of the function, and the version or alias of it
   * @param roleArn whose permissions the source is read with
   */
  private record Invoked(String reference, String roleArn) {}

  private static boolean reportsItemFailures(Inputs inputs) {
    return inputs.strings("functionResponseTypes").contains(ITEM_FAILURES);
  }

  private static EventFilter filter(Inputs inputs) {
    return EventFilter.anyOf(
        inputs.object("filterCriteria").map(it -> it.objects("filters")).orElse(List.of()).stream()
            .map(it -> it.string("pattern"))
            .toList());
  }

  private static Duration window(Inputs inputs) {
    return Duration.ofSeconds(whole(inputs, "maximumBatchingWindowInSeconds", 0));
  }

  private static int whole(Inputs inputs, String name, long otherwise) {
    return Math.toIntExact(inputs.optionalWhole(name).orElse(otherwise));
  }

  /** A limit where -1, as absence, stands for none. */
  private static Optional<Long> limit(Inputs inputs, String name) {
    return inputs.optionalWhole(name).filter(it -> it >= 0);
  }
}
