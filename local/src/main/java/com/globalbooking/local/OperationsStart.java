package com.globalbooking.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.functions.FunctionHost;
import com.globalbooking.local.http.HttpApis;
import com.globalbooking.local.messaging.MessageAttributeValue;
import com.globalbooking.local.messaging.RegionMessaging;
import com.globalbooking.local.messaging.TopicMessage;
import com.globalbooking.local.metrics.DocumentedMetrics;
import com.globalbooking.local.metrics.IteratorAges;
import com.globalbooking.local.metrics.LogFilters;
import com.globalbooking.local.metrics.Monitoring;
import com.globalbooking.local.metrics.QueueMetrics;
import com.globalbooking.local.resources.Operations;
import com.globalbooking.local.resources.RegionContext;
import com.globalbooking.local.resources.Tables;
import com.globalbooking.local.schedules.Schedules;
import com.globalbooking.local.sources.EventSourceMappings;
import com.globalbooking.local.workflow.RealTime;
import com.globalbooking.local.workflow.ServiceTask;
import com.globalbooking.local.workflow.StateMachines;
import com.globalbooking.local.workflow.TaskResources;
import com.globalbooking.local.workflow.data.StateFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Starts what runs and watches one Region, on the Region's other parts. */
record OperationsStart(RegionName region, AccessControl access, Clock clock, StartedParts parts) {
  private static final String ALARMS = "cloudwatch.amazonaws.com";

  /**
   * @param logs directory of the functions' logs
   */
  Operations start(
      FunctionHost functions,
      HttpApis apis,
      RegionMessaging messaging,
      EventSourceMappings sources,
      Tables tables,
      Path logs) {
    Map<String, ServiceTask> services =
        Map.of(
            TaskResources.SNS_PUBLISH, parameters -> publish(messaging, parameters),
            TaskResources.SQS_SEND_MESSAGE, parameters -> send(messaging, parameters));
    String account = region + ":" + RegionContext.ACCOUNT;
    var machines =
        parts.keep(
            new StateMachines(
                new TaskResources(account, functions, services), access, new RealTime(clock)));
    var monitoring =
        parts.keep(
            new Monitoring(
                clock,
                logs,
                (alarm, topic, subject, text) -> tell(messaging, alarm, topic, subject, text)));
    var queues = new QueueDepths(messaging.queues(), clock);
    var documented = new DocumentedMetrics();
    var logFilters = new LogFilters();
    RegionMetrics.connect(monitoring, region, functions, apis, logFilters, machines, tables);
    monitoring.add(new QueueMetrics(queues::all));
    monitoring.add(new IteratorAges(() -> queues.streamAges(sources.status())));
    monitoring.add(documented);
    Schedules schedules = parts.keep(new Schedules(clock, access));
    return new Operations(machines, schedules, monitoring, documented, logFilters);
  }

  /** Begins to watch and to start, once everything that it watches and starts is deployed. */
  static void begin(Operations operations) {
    operations.monitoring().begin();
    operations.schedules().begin();
  }

  private static JsonNode publish(RegionMessaging messaging, JsonNode parameters)
      throws StateFailure {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    for (var attribute : parameters.path("MessageAttributes").properties()) {
      JsonNode value = attribute.getValue();
      attributes.put(
          attribute.getKey(),
          new MessageAttributeValue(
              value.path("DataType").asText(), value.path("StringValue").asText()));
    }
    try {
      return messageId(
          messaging
              .topics()
              .publish(
                  parameters.path("TopicArn").asText(),
                  new TopicMessage(
                      parameters.path("Message").asText(),
                      text(parameters, "Subject"),
                      attributes,
                      text(parameters, "MessageGroupId"),
                      text(parameters, "MessageDeduplicationId")))
              .messageId());
    } catch (AwsFault fault) {
      throw new StateFailure("SNS." + fault.code() + "Exception", fault.sentence());
    }
  }

  private static JsonNode send(RegionMessaging messaging, JsonNode parameters) throws StateFailure {
    try {
      SendMessageRequest.Builder request =
          SendMessageRequest.builder()
              .queueUrl(parameters.path("QueueUrl").asText())
              .messageBody(parameters.path("MessageBody").asText());
      text(parameters, "MessageGroupId").ifPresent(request::messageGroupId);
      text(parameters, "MessageDeduplicationId").ifPresent(request::messageDeduplicationId);
      return messageId(messaging.queues().client().sendMessage(request.build()).messageId());
    } catch (SqsException refused) {
      throw new StateFailure("SQS.SqsException", String.valueOf(refused.getMessage()));
    }
  }

  private static void tell(
      RegionMessaging messaging, String alarm, String topic, String subject, String text) {
    try {
      var _ = messaging.topics().publishFrom(ALARMS, alarm, topic, TopicMessage.of(subject, text));
    } catch (AwsFault fault) {
      throw new IllegalStateException(fault.sentence(), fault);
    }
  }

  private static Optional<String> text(JsonNode parameters, String field) {
    return Optional.ofNullable(parameters.path(field).textValue());
  }

  private static JsonNode messageId(String id) {
    return JsonNodeFactory.instance.objectNode().put("MessageId", id);
  }
}
