package com.globalbooking.hotbookingchecker.aws;

import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.ConflictQueue;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.EventJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The resolver's queue: a FIFO queue, one group per property, repeats dropped by the event id. */
public final class SqsConflictQueue implements ConflictQueue {
  private static final Logger LOG = Logger.getLogger(SqsConflictQueue.class);

  /** The most entries of one call. */
  private static final int BATCH = 10;

  private final SqsClient client;
  private final String queueUrl;
  private final Clock clock;

  public SqsConflictQueue(SqsClient client, String queueUrl, Clock clock) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  @Override
  public Set<Conflict> send(List<Conflict> conflicts) {
    Set<Conflict> unsent = new HashSet<>();
    for (int from = 0; from < conflicts.size(); from += BATCH) {
      unsent.addAll(sendBatch(conflicts.subList(from, Math.min(from + BATCH, conflicts.size()))));
    }
    return unsent;
  }

  private Set<Conflict> sendBatch(List<Conflict> batch) {
    var entries = new ArrayList<SendMessageBatchRequestEntry>();
    for (int i = 0; i < batch.size(); i++) {
      Conflict conflict = batch.get(i);
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(i))
              .messageBody(EventJson.write(DecidedEvents.detected(conflict, clock.instant())))
              .messageGroupId(conflict.property().value())
              .messageDeduplicationId(conflict.id())
              .build());
    }
    Set<Conflict> unsent = new HashSet<>();
    try {
      client
          .sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries))
          .failed()
          .forEach(failure -> unsent.add(batch.get(Integer.parseInt(failure.id()))));
    } catch (SdkException e) {
      LOG.warnf("The resolver's queue did not answer: %s", e.getMessage());
      unsent.addAll(batch);
    }
    return unsent;
  }
}
