package com.globalbooking.eventsources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Visibility of messages on SQS. A queue's URL is asked for once, by the name in its ARN. */
public final class SqsMessageVisibility implements MessageVisibility {
  /** The most that SQS takes in one call. */
  private static final int MOST_ENTRIES = 10;

  /** SQS forgets a longer one. */
  private static final Duration LONGEST = Duration.ofHours(11);

  private final SqsClient client;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  public SqsMessageVisibility(SqsClient client) {
    this.client = client;
  }

  @Override
  public void comeAgainAfter(Map<QueueMessage, Duration> pauses) {
    List<Map.Entry<QueueMessage, Duration>> entries = new ArrayList<>(pauses.entrySet());
    for (int from = 0; from < entries.size(); from += MOST_ENTRIES) {
      change(entries.subList(from, Math.min(from + MOST_ENTRIES, entries.size())));
    }
  }

  private void change(List<Map.Entry<QueueMessage, Duration>> entries) {
    List<ChangeMessageVisibilityBatchRequestEntry> changes = new ArrayList<>(entries.size());
    for (Map.Entry<QueueMessage, Duration> entry : entries) {
      changes.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(Integer.toString(changes.size()))
              .receiptHandle(entry.getKey().receiptHandle())
              .visibilityTimeout(seconds(entry.getValue()))
              .build());
    }
    try {
      String url = url(entries.getFirst().getKey().sourceArn());
      client.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(changes));
    } catch (SdkException e) {
      // They come again all the same, later.
    }
  }

  private String url(String arn) {
    String known = urls.get(arn);
    if (known == null) {
      String name = arn.substring(arn.lastIndexOf(':') + 1);
      known = client.getQueueUrl(request -> request.queueName(name)).queueUrl();
      urls.put(arn, known);
    }
    return known;
  }

  /** Whole seconds, never earlier than asked. */
  private static int seconds(Duration pause) {
    Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    return (int) bounded.plusNanos(999_999_999).toSeconds();
  }
}
