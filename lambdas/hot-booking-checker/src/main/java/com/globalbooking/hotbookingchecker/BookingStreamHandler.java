package com.globalbooking.hotbookingchecker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.domain.CheckingBookings.Changed;
import com.globalbooking.eventsources.BatchFrame;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.StreamRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes batches of the bookings stream. */
@Singleton
public class BookingStreamHandler implements RequestStreamHandler {
  private final BatchFrame<StreamRecord, Changed> frame;

  BookingStreamHandler(HandingOver handingOver, DeadLetterQueue deadLetters) {
    this.frame = BatchFrame.ofStream(BookingChanges::decode, handingOver::handOver, deadLetters);
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
