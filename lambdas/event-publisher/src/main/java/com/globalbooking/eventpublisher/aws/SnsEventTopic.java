package com.globalbooking.eventpublisher.aws;

import com.globalbooking.contract.MessageAttribute;
import com.globalbooking.eventpublisher.EventTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** The topic on SNS FIFO: a group is a property, a repeat is told by the event's id. */
public final class SnsEventTopic implements EventTopic {
  private static final Logger LOG = Logger.getLogger(SnsEventTopic.class);

  private final SnsClient client;
  private final String topicArn;

  public SnsEventTopic(SnsClient client, String topicArn) {
    this.client = client;
    this.topicArn = topicArn;
  }

  @Override
  public Collection<Message> publish(List<Message> messages) {
    List<Message> refused = new ArrayList<>();
    boolean answers = true;
    for (List<Message> batch : SizedBatches.of(messages, message -> message.event().json())) {
      // When it does not answer, the time is better used by coming again.
      answers = answers && publishBatch(batch, refused);
      if (!answers) {
        refused.addAll(batch);
      }
    }
    return refused;
  }

  /**
   * @return whether the topic answered; then {@code refused} has what it did not take
   */
  private boolean publishBatch(List<Message> batch, List<Message> refused) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      entries.add(entry(i, batch.get(i)));
    }
    try {
      PublishBatchResponse answer =
          client.publishBatch(
              request -> request.topicArn(topicArn).publishBatchRequestEntries(entries));
      answer
          .failed()
          .forEach(
              fault -> {
                LOG.warnf("The topic refused an event: %s", fault.code());
                refused.add(batch.get(Integer.parseInt(fault.id())));
              });
      return true;
    } catch (SdkException e) {
      LOG.warn("The topic did not answer", e);
      return false;
    }
  }

  private static PublishBatchRequestEntry entry(int id, Message message) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    attributes.put(MessageAttribute.EVENT_TYPE, text(message.event().event().eventType()));
    message
        .pms()
        .ifPresent(pms -> attributes.put(MessageAttribute.PMS_INTEGRATION, text(pms.id())));
    return PublishBatchRequestEntry.builder()
        .id(Integer.toString(id))
        .message(message.event().json())
        .messageGroupId(message.event().property().value())
        .messageDeduplicationId(DeduplicationId.of(message.event().event().eventId()))
        .messageAttributes(attributes)
        .build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
