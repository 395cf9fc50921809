package com.globalbooking.eventpublisher;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.StreamRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes batches of the outbox stream. */
@Singleton
public class OutboxStreamHandler implements RequestStreamHandler {
  private final BatchFrame<StreamRecord, OutboxEvent> frame;

  OutboxStreamHandler(PublishingEvents publishing, DeadLetterQueue deadLetters) {
    this.frame = BatchFrame.ofStream(OutboxEvents::decode, publishing::publish, deadLetters);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output);
  }

  void handle(InputStream input, OutputStream output) throws IOException {
    frame.handle(input, output);
  }
}
