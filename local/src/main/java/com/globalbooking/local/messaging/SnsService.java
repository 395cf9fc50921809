package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * SNS (the query protocol): Publish and PublishBatch. Topics and subscriptions are made by the
 * program, not by functions.
 */
public final class SnsService implements AwsService {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
  private static final int BATCH_MAX = 10;
  private static final int BATCH_BYTES_MAX = 256 << 10;

  private final Function<RegionName, Optional<Topics>> topics;

  /**
   * @param topics the topics of a Region; empty where there is no such Region
   */
  public SnsService(Function<RegionName, Optional<Topics>> topics) {
    this.topics = topics;
  }

  @Override
  public String signingName() {
    return "sns";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    QueryForm form = QueryForm.parse(request.body());
    String action = form.value("Action").orElse("none");
    if (!action.equals("Publish") && !action.equals("PublishBatch")) {
      throw new AwsFault(
          400, "InvalidAction", "Local Regions have no SNS operation '" + action + "'.");
    }
    return List.of(new Permission("sns:Publish", topicArn(form)));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    QueryForm form = QueryForm.parse(request.body());
    Topics here =
        topics
            .apply(request.region())
            .orElseThrow(
                () ->
                    new AwsFault(
                        503,
                        "ServiceUnavailable",
                        "There is no local Region " + request.region() + "."));
    String topicArn = topicArn(form);
    if (form.value("Action").orElse("").equals("Publish")) {
      return xml("Publish", accepted(here.publish(topicArn, message(form))));
    }
    return publishBatch(here, topicArn, form.list("PublishBatchRequestEntries.member"));
  }

  @Override
  public Answer shape(AwsFault fault) {
    String code =
        fault.code().equals("AccessDeniedException") ? "AuthorizationError" : fault.code();
    return answer(
        fault.status(),
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message>"
                .formatted(
                    NAMESPACE,
                    fault.status() < 500 ? "Sender" : "Receiver",
                    escaped(code),
                    escaped(fault.sentence()))
            + "</Error><RequestId>%s</RequestId></ErrorResponse>".formatted(requestId()));
  }

  private static Answer publishBatch(Topics here, String topicArn, List<QueryForm> entries)
      throws AwsFault {
    requireBatch(entries);
    var successful = new StringBuilder();
    var failed = new StringBuilder();
    for (QueryForm entry : entries) {
      String id = "<Id>%s</Id>".formatted(escaped(entry.value("Id").orElse("")));
      try {
        PublishedMessage published = here.publish(topicArn, message(entry));
        successful.append("<member>").append(id).append(accepted(published)).append("</member>");
      } catch (AwsFault fault) {
        if (fault.status() == 404) {
          throw fault; // the topic, not the entry
        }
        failed
            .append("<member>")
            .append(id)
            .append("<Code>%s</Code>".formatted(escaped(fault.code())))
            .append("<Message>%s</Message>".formatted(escaped(fault.sentence())))
            .append("<SenderFault>%s</SenderFault></member>".formatted(fault.status() < 500));
      }
    }
    return xml(
        "PublishBatch",
        "<Successful>%s</Successful><Failed>%s</Failed>".formatted(successful, failed));
  }

  private static void requireBatch(List<QueryForm> entries) throws AwsFault {
    if (entries.isEmpty()) {
      throw new AwsFault(400, "EmptyBatchRequest", "The batch request has no entries.");
    }
    if (entries.size() > BATCH_MAX) {
      throw new AwsFault(
          400, "TooManyEntriesInBatchRequest", "The batch request has more than 10 entries.");
    }
    Set<String> ids = new HashSet<>();
    int bytes = 0;
    for (QueryForm entry : entries) {
      if (!ids.add(entry.value("Id").orElse(""))) {
        throw new AwsFault(
            400, "BatchEntryIdsNotDistinct", "Two entries of the batch have the same Id.");
      }
      bytes += entry.value("Message").orElse("").getBytes(StandardCharsets.UTF_8).length;
    }
    if (bytes > BATCH_BYTES_MAX) {
      throw new AwsFault(400, "BatchRequestTooLong", "The batch is longer than 262144 bytes.");
    }
  }

  private static TopicMessage message(QueryForm form) throws AwsFault {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    for (QueryForm entry : form.list("MessageAttributes.entry")) {
      String type = entry.value("Value.DataType").orElse("");
      Optional<String> value =
          entry.value(type.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue");
      if (type.isEmpty() || value.isEmpty()) {
        throw new AwsFault(
            400,
            "ParameterValueInvalid",
            "The message attribute '%s' must have a type and a value of that type."
                .formatted(entry.value("Name").orElse("")));
      }
      attributes.put(entry.value("Name").orElse(""), new MessageAttributeValue(type, value.get()));
    }
    return new TopicMessage(
        form.value("Message").orElse(""),
        form.value("Subject"),
        attributes,
        form.value("MessageGroupId"),
        form.value("MessageDeduplicationId"));
  }

  private static String topicArn(QueryForm form) throws AwsFault {
    return form.value("TopicArn")
        .or(() -> form.value("TargetArn"))
        .orElseThrow(
            () -> new AwsFault(400, "InvalidParameter", "Invalid parameter: TopicArn is missing"));
  }

  private static String accepted(PublishedMessage published) {
    return "<MessageId>%s</MessageId>".formatted(published.messageId())
        + published
            .sequenceNumber()
            .map("<SequenceNumber>%s</SequenceNumber>"::formatted)
            .orElse("");
  }

  private static Answer xml(String action, String result) {
    return answer(
        200,
        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult>"
                .formatted(action, NAMESPACE, result)
            + "<ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></%sResponse>"
                .formatted(requestId(), action));
  }

  private static Answer answer(int status, String xml) {
    return new Answer(
        status, Map.of("Content-Type", List.of("text/xml")), xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String requestId() {
    return UUID.randomUUID().toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
