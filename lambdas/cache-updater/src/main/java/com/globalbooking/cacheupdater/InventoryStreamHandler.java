package com.globalbooking.cacheupdater;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.StreamRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes batches of the inventory stream. */
@Singleton
public class InventoryStreamHandler implements RequestStreamHandler {
  private final BatchFrame<StreamRecord, InventoryChange> frame;

  InventoryStreamHandler(FollowingInventory following, DeadLetterQueue deadLetters) {
    this.frame = BatchFrame.ofStream(InventoryChanges::decode, following::follow, deadLetters);
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
