package com.globalbooking.local.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.messaging.SqsEngine;
import com.globalbooking.local.messaging.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * {@code aws:sqs/queue:Queue}: a queue of the Region's SQS server. Encryption and retention are
 * accepted and mean nothing here; a FIFO queue drops repeats over the whole queue.
 */
final class SqsQueue implements ResourceHandler {
  static final String TYPE = "aws:sqs/queue:Queue";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, QueueAttributeName> NUMBERS =
      Map.of(
          "visibilityTimeoutSeconds", QueueAttributeName.VISIBILITY_TIMEOUT,
          "delaySeconds", QueueAttributeName.DELAY_SECONDS,
          "receiveWaitTimeSeconds", QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS);

  private static final Map<QueueAttributeName, String> DEFAULTS =
      Map.of(
          QueueAttributeName.VISIBILITY_TIMEOUT, "30",
          QueueAttributeName.DELAY_SECONDS, "0",
          QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "0",
          QueueAttributeName.REDRIVE_POLICY, "");

  private final RegionContext context;

  SqsQueue(RegionContext context) {
    this.context = context;
  }

  @Override
  public void check(Resource resource) {
    String name = ResourceNames.nameOf(resource);
    if (name.endsWith(Topics.FIFO) != resource.inputs().flag("fifoQueue")) {
      throw new IllegalArgumentException(
          "'name' of a FIFO queue, and of no other, ends with .fifo, not '" + name + "'");
    }
    resource.inputs().optionalString("redrivePolicy").ifPresent(SqsQueue::redrive);
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String name = ResourceNames.nameOf(resource);
    check(resource);
    SqsEngine queues = context.messaging().queues();
    try {
      queues.client().createQueue(create -> create.queueName(name).attributes(attributes(inputs)));
    } catch (SqsException refused) {
      throw new IllegalArgumentException("SQS refused: " + refused.getMessage(), refused);
    }
    String arn = queues.arn(name);
    var made =
        new Created(
            queues.url(name),
            PropertyValue.fields(Map.of("name", name, "arn", arn, "url", queues.url(name))));
    Policies.put(context, inputs, made);
    return made;
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "fifoQueue");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    try {
      context
          .messaging()
          .queues()
          .client()
          .setQueueAttributes(
              set -> set.queueUrl(existing.id()).attributes(changed(existing, wanted)));
    } catch (SqsException refused) {
      throw new IllegalArgumentException("SQS refused: " + refused.getMessage(), refused);
    }
    Policies.change(context, existing, wanted, existing.outputs().string("arn"));
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    try {
      context.messaging().queues().client().deleteQueue(delete -> delete.queueUrl(existing.id()));
    } catch (QueueDoesNotExistException gone) {
      // As it should be.
    }
    context.messaging().policies().remove(existing.outputs().string("arn"));
  }

  @Override
  public boolean exists(Existing existing) {
    return context.messaging().queues().exists(existing.outputs().string("name"));
  }

  /** What is wanted, and the default for what was given and is not any more. */
  private static Map<QueueAttributeName, String> changed(Existing existing, Resource wanted) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes(existing.inputs()).keySet().forEach(it -> attributes.put(it, DEFAULTS.get(it)));
    attributes.putAll(attributes(wanted.inputs()));
    attributes.remove(QueueAttributeName.FIFO_QUEUE);
    attributes.values().removeIf(Objects::isNull);
    return attributes;
  }

  private static Map<QueueAttributeName, String> attributes(Inputs inputs) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    NUMBERS.forEach(
        (input, attribute) ->
            inputs
                .optionalWhole(input)
                .ifPresent(number -> attributes.put(attribute, Long.toString(number))));
    if (inputs.flag("fifoQueue")) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          Boolean.toString(inputs.flag("contentBasedDeduplication")));
    }
    inputs
        .optionalString("redrivePolicy")
        .ifPresent(it -> attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive(it)));
    return attributes;
  }

  /** AWS takes the count as a number or as text, the engine as a number. */
  private static String redrive(String policy) {
    try {
      JsonNode json = JSON.readTree(policy);
      String target = json.path("deadLetterTargetArn").asText();
      int receives = json.path("maxReceiveCount").asInt();
      if (target.isEmpty() || receives < 1 || receives > 1_000) {
        throw new IllegalArgumentException(
            "'redrivePolicy' needs deadLetterTargetArn, and maxReceiveCount from 1 to 1000");
      }
      return JsonNodeFactory.instance
          .objectNode()
          .put("deadLetterTargetArn", target)
          .put("maxReceiveCount", receives)
          .toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'redrivePolicy' is not JSON", e);
    }
  }
}
